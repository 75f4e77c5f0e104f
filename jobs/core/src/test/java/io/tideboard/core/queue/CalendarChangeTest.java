// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.at;
import static io.tideboard.core.lifecycle.Moments.ended;
import static io.tideboard.core.lifecycle.Moments.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.Step;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Measure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A queue's day, intervals and hours change while it counts; at seconds after nine, UTC. */
class CalendarChangeTest {

  private static final QueueKey SALES = new QueueKey("sales", "unknown");
  private static final int MINUTE = 60;

  private final LiveCatalog catalog = new LiveCatalog(QueueCatalog.DEFAULTS);
  private final Map<String, Interaction> interactions = new HashMap<>();
  private final Map<Long, IntervalRow> rows = new TreeMap<>();
  private QueueBoard board = new QueueBoard();
  private QueueTerms terms = QueueTerms.of(SALES, catalog.of("sales"));

  @Test
  void otherIntervalsBeginWhereTheRunningOneEnds() {
    take("c1", queued(5 * MINUTE, "sales"));
    time(6 * MINUTE);
    define("{\"interval\": \"30m\"}");
    time(7 * MINUTE);
    take("c2", queued(14 * MINUTE, "sales"));
    take("c3", queued(16 * MINUTE, "sales"));
    take("c4", queued(35 * MINUTE, "sales"));
    time(40 * MINUTE);
    assertThat(offered(0)).isEqualTo(2);
    assertThat(offered(15 * MINUTE)).isEqualTo(1);
    assertThat(offered(30 * MINUTE)).isEqualTo(1);
    assertThat(rows.get(at(0)).minutes()).isEqualTo(15);
    assertThat(rows.get(at(30 * MINUTE)).minutes()).isEqualTo(30);
  }

  @Test
  void lateEventCorrectsTheRowInWhichTheContactWasCounted() throws IOException {
    take("c1", queued(20 * MINUTE, "sales"));
    time(21 * MINUTE);
    define("{\"interval\": \"60m\", \"timeZone\": \"Asia/Kolkata\"}");
    time(22 * MINUTE);
    restart();
    take("c1", answered(20 * MINUTE + 10, "ada"), ended(90 * MINUTE));
    time(100 * MINUTE);
    assertThat(rows.get(at(15 * MINUTE)).tally().get(Measure.ANSWERED)).isEqualTo(1);
    assertThat(rows.get(at(15 * MINUTE)).tally().get(Measure.OPEN)).isZero();
    assertThat(rows.values())
        .allSatisfy(
            row -> {
              for (Measure measure : Measure.values()) {
                assertThat(row.tally().get(measure)).as("%s", measure).isNotNegative();
              }
            });
  }

  @Test
  void whatIsCountedAheadOfTimeStaysInItsInterval() {
    take("c1", queued(50 * MINUTE, "sales"));
    time(5 * MINUTE);
    define("{\"interval\": \"60m\"}");
    time(6 * MINUTE);
    take("c1", answered(50 * MINUTE + 5, "ada"));
    time(55 * MINUTE);
    assertThat(rows.get(at(45 * MINUTE)).tally().get(Measure.ANSWERED)).isEqualTo(1);
    assertThat(rows.get(at(45 * MINUTE)).tally().get(Measure.OPEN)).isEqualTo(1);
  }

  @Test
  void otherDayHoldsAtOnceAlsoForWhatWasCountedBefore() {
    take("c1", queued(0, "sales"));
    take("c2", queued(70 * MINUTE, "sales"));
    time(80 * MINUTE);
    assertThat(today(80 * MINUTE)).isEqualTo(2);
    define("{\"dayStart\": \"10:00\"}");
    assertThat(today(81 * MINUTE)).isEqualTo(1);
    define("{\"dayStart\": \"04:00\", \"timeZone\": \"America/New_York\"}");
    assertThat(today(82 * MINUTE)).isEqualTo(2);
  }

  @Test
  void changeThatIsTakenBackAtOnceChangesNothing() {
    take("c1", queued(5 * MINUTE, "sales"));
    time(6 * MINUTE);
    define("{\"interval\": \"60m\"}");
    time(7 * MINUTE);
    catalog.change("sales", null);
    terms = QueueTerms.of(SALES, catalog.of("sales"));
    time(8 * MINUTE);
    take("c2", queued(35 * MINUTE, "sales"));
    time(40 * MINUTE);
    assertThat(rows.keySet()).containsExactly(at(0), at(30 * MINUTE));
    assertThat(rows.get(at(30 * MINUTE)).minutes()).isEqualTo(15);
  }

  private void define(String json) {
    catalog.change("sales", json.getBytes(StandardCharsets.UTF_8));
    terms = QueueTerms.of(SALES, catalog.of("sales"));
  }

  private void take(String id, Moment... moments) {
    DeltaBatch batch = new DeltaBatch();
    for (Moment moment : moments) {
      Step step =
          InteractionLifecycle.on(interactions.getOrDefault(id, Interaction.UNKNOWN), moment);
      interactions.put(id, step.interaction());
      step.facts().forEach(batch::take);
    }
    batch.drain((key, delta) -> board.apply(delta, terms));
  }

  private void time(double second) {
    board.advance(at(second), terms);
    board.changedRows(
        terms,
        row -> {
          if (row.basis() == Basis.ARRIVAL) {
            rows.put(row.start(), row);
          }
        });
  }

  private long today(double second) {
    time(second);
    return board.status(terms, at(second)).counts().today().get(Measure.OFFERED);
  }

  private long offered(double second) {
    IntervalRow row = rows.get(at(second));
    return row == null ? 0 : row.tally().get(Measure.OFFERED);
  }

  private void restart() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    board.write(new DataOutputStream(bytes));
    board = QueueBoard.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
