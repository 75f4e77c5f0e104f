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
    assertThat(book.owed("c1", "pbx", waiting(0))).isEmpty();
  }

  @Test
  void listWithoutTheContactIsOwedOnce() {
    book.take(list("l1", 60));
    book.take(list("l2", 120));
    assertThat(book.owed("c1", "pbx", waiting(0)))
        .containsExactly(Moment.unseen(micros(60), "sales"));
  }

  @Test
  void listWithTheContactAndListsOfOthersAreNot() {
    book.take(list("l1", 60, "c1"));
    assertThat(book.owed("c1", "pbx", waiting(0))).isEmpty();
    book.take(list("l2", 120));
    assertThat(book.owed("c1", "other pbx", waiting(0))).isEmpty();
  }

  @Test
  void whatWasToldBeforeTheLatestNewsIsOld() {
    book.take(list("l1", 60));
    book.take(new SourceRestarted(new EventHeader("r", "pbx", NINE.plusSeconds(70))));
    assertThat(book.owed("c1", "pbx", waiting(80))).isEmpty();
    assertThat(book.owed("c1", "pbx", waiting(65))).containsExactly(Moment.restarted(micros(70)));
  }

  @Test
  void oldListsAreForgotten() {
    book.take(list("first", 1));
    for (int i = 0; i < RepairBook.MOST_LISTS; i++) {
      book.take(list("l" + i, 100 + i, "c1"));
    }
    assertThat(book.owed("c1", "pbx", waiting(0))).isEmpty();
  }

  private static QueueSnapshot list(String id, int second, String... waiting) {
    return new QueueSnapshot(
        new EventHeader(id, "pbx", NINE.plusSeconds(second)),
        "sales",
        Arrays.stream(waiting).map(each -> new QueueSnapshot.Waiting(each, NINE)).toList());
  }

  private static Interaction waiting(int second) {
    InteractionEvent queued =
        new InteractionEvent(
            new EventHeader("e", "pbx", NINE.plusSeconds(second)),
            Contact.of("c1").on(Channel.VOICE).in("sales"),
            new InteractionChange.Queued(null));
    Moment moment = List.of(Moment.of(queued)).get(0);
    return InteractionLifecycle.on(Interaction.UNKNOWN, moment).interaction();
  }

  private static long micros(int second) {
    return Micros.of(NINE.plusSeconds(second));
  }
}
