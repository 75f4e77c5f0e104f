// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.Results;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistoryRow;
import io.tideboard.history.HistoryRows;
import io.tideboard.history.HistorySettings;
import io.tideboard.history.IntervalStore;
import io.tideboard.history.IntervalStores;
import io.tideboard.history.Period;
import io.tideboard.history.Progress;
import io.tideboard.history.RowBatch;
import io.tideboard.history.RowChange;
import io.tideboard.wallboard.table.IntervalCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Fills a store and reads from it, in a process of its own with the heap of a wallboard. */
final class HistoryMain {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DAYS_READ = 200;
  private static final int YEARS_READ = 5;
  private static final int PARSED = 100_000;
  private static final int LINE = 4_096;

  private final HistoryOrder order;
  private final MadeRows rows = new MadeRows();
  private final SplittableRandom random = new SplittableRandom(2);

  private HistoryMain(HistoryOrder order) {
    this.order = order;
  }

  /** Carries out the order in its first argument, and writes what it came to. */
  public static void main(String[] args) throws IOException {
    HistoryOrder order = JSON.readValue(args[0], HistoryOrder.class);
    System.out.println(JSON.writeValueAsString(new HistoryMain(order).run()));
  }

  private HistoryReport run() throws IOException {
    Path directory = Path.of(order.directory());
    HistorySettings settings = HistorySettings.DEFAULT.in(directory);
    if (order.database() != null) {
      settings = settings.in(order.database());
    }
    long[] parsing = parsing();
    try (IntervalStore store = IntervalStores.open(settings)) {
      long begin = System.nanoTime();
      fill(store);
      double inserted = order.rows() * 1e9 / (System.nanoTime() - begin);
      double bytes = (double) size(directory) / order.rows();
      double[] days = read(store, MadeRows.A_DAY, DAYS_READ);
      double[] years = read(store, Math.min(MadeRows.A_YEAR, order.intervals()), YEARS_READ);
      return new HistoryReport(
          PARSED * 1e9 / parsing[0],
          (double) parsing[1] / PARSED,
          inserted,
          bytes,
          days[DAYS_READ / 2],
          days[DAYS_READ * 99 / 100],
          years[YEARS_READ / 2],
          years[YEARS_READ - 1],
          peakMegabytes());
    }
  }

  /** How long it takes to read records of the topic, and how many bytes they are. */
  private long[] parsing() {
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < PARSED / 10; i++) {
      records.add(Results.write(rows.row(i % 1_000, i / 1_000, Basis.ARRIVAL)));
    }
    long bytes = records.stream().mapToLong(record -> record.length).sum() * 10;
    records.forEach(Results::readRow);
    long begin = System.nanoTime();
    for (int round = 0; round < 10; round++) {
      records.forEach(Results::readRow);
    }
    return new long[] {System.nanoTime() - begin, bytes};
  }

  private void fill(IntervalStore store) {
    long offset = 0;
    List<RowChange> batch = new ArrayList<>();
    for (int interval = 0; interval < order.intervals(); interval++) {
      for (int key = 0; key < order.queues(); key++) {
        for (Basis basis : Basis.values()) {
          batch.add(
              new RowChange.OfQueue(
                  new RowChange.Place(0, offset++), rows.row(key, interval, basis)));
        }
        if (batch.size() >= order.batch()) {
          write(store, batch, offset);
        }
      }
      if (interval % MadeRows.A_DAY == 0) {
        System.err.print("\rday " + interval / MadeRows.A_DAY);
      }
    }
    write(store, batch, offset);
    System.err.println();
  }

  private static void write(IntervalStore store, List<RowChange> batch, long next) {
    store.upsert(new RowBatch(batch, new Progress("bench", Map.of(0, next))));
    batch.clear();
  }

  /** Milliseconds, the shortest first, that so many intervals of a queue take to become CSV. */
  private double[] read(IntervalStore store, int intervals, int times) throws IOException {
    double[] millis = new double[times];
    for (int time = -times / 4; time < times; time++) {
      int first = random.nextInt(order.intervals() - intervals + 1);
      Period period = new Period(MadeRows.start(first), MadeRows.start(first + intervals));
      int number = random.nextInt(order.queues());
      long begin = System.nanoTime();
      int lines = csv(store, number, period);
      if (lines != intervals) {
        throw new IllegalStateException(lines + " rows: expected " + intervals);
      }
      // The first ones warm up the compiler.
      millis[Math.max(0, time)] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static int csv(IntervalStore store, int number, Period period) throws IOException {
    var key = MadeRows.key(number);
    HistoryRows found =
        HistoryRows.of(store, new HistoryQuery(Basis.ARRIVAL, key.queue(), key.channel(), period));
    StringBuilder text = new StringBuilder(LINE);
    int lines = 0;
    while (found.hasNext()) {
      HistoryRow row = found.next();
      text.setLength(0);
      IntervalCsv.line(text, QueueCatalog.DEFAULTS, row.row(), row.team());
      lines++;
    }
    return lines;
  }

  private static long size(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    }
  }

  /** The most memory that this process ever had, as Linux tells it; −1 elsewhere. */
  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElse(-1);
  }
}
