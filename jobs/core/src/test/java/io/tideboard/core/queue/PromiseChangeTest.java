// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.lifecycle.Moments.abandoned;
import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.at;
import static io.tideboard.core.lifecycle.Moments.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.Step;
import io.tideboard.core.tally.Measure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A queue's threshold changes while it counts: 20 s at first; at seconds after nine. */
class PromiseChangeTest {

  private static final QueueKey SALES = new QueueKey("sales", "unknown");

  private final LiveCatalog catalog = new LiveCatalog(QueueCatalog.DEFAULTS);
  private final Map<String, Interaction> interactions = new HashMap<>();
  private QueueBoard board = new QueueBoard();
  private QueueTerms terms = QueueTerms.of(SALES, catalog.of("sales"));
  private long now = at(0);

  @Test
  void todayIsReadByTheThresholdThatHoldsAndTheTotalCountsByTheOneThatHeldThen() {
    take("c1", queued(0, "sales"), answered(25, "ada"));
    time(30);
    define("{\"threshold\": \"30s\"}");
    time(31);
    take("c2", queued(40, "sales"), answered(65, "ada"));
    assertThat(total(Measure.ANSWERED_WITHIN_THRESHOLD)).isEqualTo(1);
    assertThat(today(Measure.ANSWERED_WITHIN_THRESHOLD)).isEqualTo(2);
    define("{\"threshold\": \"10s\"}");
    time(70);
    assertThat(total(Measure.ANSWERED_WITHIN_THRESHOLD)).as("never falls").isEqualTo(1);
    assertThat(today(Measure.ANSWERED_WITHIN_THRESHOLD)).isZero();
  }

  @Test
  void whatIsTakenBackIsTakenBackByTheThresholdByWhichItWasCounted() throws IOException {
    take("c1", queued(0, "sales"), answered(25, "ada"));
    take("c2", queued(0, "sales"), answered(15, "ben"));
    time(30);
    define("{\"threshold\": \"30s\", \"shortAbandon\": \"12s\"}");
    time(31);
    restart();
    take("c1", abandoned(10));
    take("c2", abandoned(10));
    assertThat(total(Measure.ANSWERED_WITHIN_THRESHOLD)).isZero();
    assertThat(total(Measure.UNKNOWN_WAIT)).as("answers after the customer had left").isEqualTo(2);
    assertThat(total(Measure.ABANDONED_WITHIN_THRESHOLD)).isEqualTo(2);
    assertThat(total(Measure.SHORT_ABANDONED)).as("5 s held then").isZero();
    assertThat(today(Measure.SHORT_ABANDONED)).isEqualTo(2);
  }

  @Test
  void whatIsCountedAheadOfTimeStaysCountedAsItWas() {
    take("c1", queued(100, "sales"), answered(125, "ada"));
    time(30);
    define("{\"threshold\": \"30s\"}");
    time(31);
    take("c1", abandoned(110));
    assertThat(total(Measure.ANSWERED_WITHIN_THRESHOLD)).isZero();
  }

  @Test
  void nothingIsBelowZeroHoweverOftenTheThresholdChanges() {
    for (int i = 0; i < 40; i++) {
      take("c" + i, queued(100 * i, "sales"), answered(100 * i + 25, "ada"));
      time(100 * i + 50);
      define("{\"threshold\": \"" + (i % 2 == 0 ? 30 : 20) + "s\"}");
      time(100 * i + 51);
    }
    for (int i = 30; i < 40; i++) {
      take("c" + i, abandoned(100 * i + 22));
    }
    assertThat(total(Measure.ANSWERED_WITHIN_THRESHOLD)).isEqualTo(15);
    assertThat(total(Measure.ABANDONED_WITHIN_THRESHOLD)).isEqualTo(5);
  }

  private void take(String id, Moment... moments) {
    DeltaBatch batch = new DeltaBatch();
    for (Moment moment : moments) {
      Step step =
          InteractionLifecycle.on(interactions.getOrDefault(id, Interaction.UNKNOWN), moment);
      interactions.put(id, step.interaction());
      step.facts().forEach(batch::take);
    }
    batch.drain(
        (key, delta) -> {
          if (key.equals(SALES)) {
            board.apply(delta, terms);
          }
        });
  }

  private void define(String json) {
    catalog.change("sales", json.getBytes(StandardCharsets.UTF_8));
    terms = QueueTerms.of(SALES, catalog.of("sales"));
  }

  private void time(int second) {
    now = at(second);
    board.advance(now, terms);
  }

  private void restart() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    board.write(new DataOutputStream(bytes));
    board = QueueBoard.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    board.advance(now, terms);
  }

  private long total(Measure measure) {
    return board.status(terms, now).counts().total().get(measure);
  }

  private long today(Measure measure) {
    return board.status(terms, now).counts().today().get(measure);
  }
}
