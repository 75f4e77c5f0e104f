// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.planning.ForecastJson;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.Measure;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Publication;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.traffic.BadFile;
import io.tideboard.wallboard.table.BreachTable;
import io.tideboard.wallboard.table.ForecastTable;
import io.tideboard.wallboard.table.IntervalFilter;
import io.tideboard.wallboard.table.IntervalTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a batch run publishes, gathered into the tables that the wallboard would serve. */
public final class BatchResults implements Consumer<Publication> {

  private final IntervalTable intervals = new IntervalTable();
  private final BreachTable breaches = new BreachTable();
  private final ForecastTable forecasts = new ForecastTable();
  private final Set<String> broken = new HashSet<>();
  private final QueueCatalog catalog;

  /** Judged by the formulas of these queues. */
  public BatchResults(QueueCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Everything together.
   *
   * @param intervals rows by arrival
   * @param breaches promises broken
   */
  public record Totals(
      long offered,
      long answered,
      long answeredWithinThreshold,
      long abandoned,
      int intervals,
      int breaches) {}

  @Override
  public void accept(Publication published) {
    switch (published.topic()) {
      case Topics.INTERVALS -> interval(published);
      case Topics.FORECASTS -> forecasts.upsert(ForecastJson.read(published.value()));
      case Topics.BREACHES -> take(Results.readBreach(published.value()));
      default -> {} // the standing of each queue: after the end there is none
    }
  }

  private void interval(Publication row) {
    if (AgentResults.rowOfTeam(row.key())) {
      intervals.upsert(AgentResults.readRow(row.value()));
    } else {
      intervals.upsert(Results.readRow(row.value()));
    }
  }

  private void take(BreachRecord told) {
    breaches.upsert(told);
    if (told.breach().kind() == BreachKind.BREACH) {
      if (told.withdrawn()) {
        broken.remove(told.breach().id());
      } else {
        broken.add(told.breach().id());
      }
    }
  }

  /**
   * Writes {@code intervals-arrival.csv}, {@code intervals-event.csv}, {@code breaches.csv} and
   * {@code forecasts.csv}.
   */
  public void writeTo(Path directory) {
    write(
        directory.resolve("intervals-arrival.csv"),
        out -> intervals.writeCsv(out, catalog, Basis.ARRIVAL));
    write(
        directory.resolve("intervals-event.csv"),
        out -> intervals.writeCsv(out, catalog, Basis.EVENT));
    write(directory.resolve("breaches.csv"), breaches::writeCsv);
    write(
        directory.resolve("forecasts.csv"),
        out -> forecasts.writeCsv(out, IntervalFilter.all(Basis.ARRIVAL)));
  }

  /** The sums over all queues and intervals, by arrival. */
  public Totals totals() {
    List<IntervalRow> rows = intervals.rows(IntervalFilter.all(Basis.ARRIVAL)).toList();
    return new Totals(
        sum(rows, Measure.OFFERED),
        sum(rows, Measure.ANSWERED),
        sum(rows, Measure.ANSWERED_WITHIN_THRESHOLD),
        sum(rows, Measure.ABANDONED),
        rows.size(),
        broken.size());
  }

  private long sum(List<IntervalRow> rows, Measure measure) {
    return rows.stream()
        .mapToLong(
            row ->
                catalog.of(row.key().queue()).judge(row.tally(), row.key().channel()).get(measure))
        .sum();
  }

  private interface Writing {
    void to(Appendable out) throws IOException;
  }

  private static void write(Path file, Writing writing) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      writing.to(out);
    } catch (IOException e) {
      throw CommandFailed.because(
          file + ": expected a file that can be written (" + BadFile.reason(e) + ")");
    }
  }
}
