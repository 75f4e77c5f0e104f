// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairBookTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final RepairBook book = new RepairBook();

  @Test
  void nothingIsOwedWhileNothingWasTold() {
    assertThat(book.isEmpty()).isTrue();
    assertThat(owed("pbx", 0)).isEmpty();
  }

  @Test
  void listWithoutTheContactIsOwedOnce() {
    book.take(list("l1", 60));
    book.take(list("l2", 120));
    assertThat(owed("pbx", 0)).containsExactly(Moment.unseen(micros(60), "sales"));
  }

  @Test
  void listWithTheContactAndListsOfOthersAreNot() {
    book.take(list("l1", 60, "c1"));
    assertThat(owed("pbx", 0)).isEmpty();
    book.take(list("l2", 120));
    assertThat(owed("other pbx", 0)).isEmpty();
  }

  @Test
  void whatWasToldBeforeTheLatestNewsIsOld() {
    book.take(list("l1", 60));
    book.take(new SourceRestarted(new EventHeader("r", "pbx", NINE.plusSeconds(70))));
    assertThat(owed("pbx", 80)).isEmpty();
    assertThat(owed("pbx", 65)).containsExactly(Moment.restarted(micros(70)));
  }

  @Test
  void oldListsAreForgotten() {
    book.take(list("first", 1));
    for (int i = 0; i < RepairBook.MOST_LISTS; i++) {
      book.take(list("l" + i, 100 + i, "c1"));
    }
    assertThat(owed("pbx", 0)).isEmpty();
  }

  @Test
  void listThatCameJustAfterTheContactJoinedIsPassedOver() {
    book.take(list("l1", 60));
    book.take(list("l2", 70));
    assertThat(owed("pbx", 59)).containsExactly(Moment.unseen(micros(70), "sales"));
  }

  @Test
  void restartBetweenTwoNewsIsOwedWheneverItBecomesKnown() {
    book.take(new SourceRestarted(new EventHeader("r", "pbx", NINE.plusSeconds(70))));
    Interaction told = InteractionLifecycle.on(waiting(0), moment(100)).interaction();
    assertThat(book.owed("c1", "pbx", told, micros(70)))
        .containsExactly(Moment.restarted(micros(70)));
    assertThat(book.owed("c1", "pbx", told, micros(0)))
        .containsExactly(Moment.restarted(micros(70)));
    assertThat(book.owed("c1", "pbx", told, micros(100)))
        .containsExactly(Moment.restarted(micros(70)));
  }

  private List<Moment> owed(String source, int queuedAt) {
    return book.owed("c1", source, waiting(queuedAt), micros(queuedAt));
  }

  private static QueueSnapshot list(String id, int second, String... waiting) {
    return new QueueSnapshot(
        new EventHeader(id, "pbx", NINE.plusSeconds(second)),
        "sales",
        Arrays.stream(waiting).map(each -> new QueueSnapshot.Waiting(each, NINE)).toList());
  }

  private static Interaction waiting(int second) {
    return InteractionLifecycle.on(Interaction.UNKNOWN, moment(second)).interaction();
  }

  private static Moment moment(int second) {
    InteractionEvent queued =
        new InteractionEvent(
            new EventHeader("e" + second, "pbx", NINE.plusSeconds(second)),
            Contact.of("c1").on(Channel.VOICE).in("sales"),
            new InteractionChange.Queued(null));
    return List.of(Moment.of(queued)).get(0);
  }

  private static long micros(int second) {
    return Micros.of(NINE.plusSeconds(second));
  }
}
