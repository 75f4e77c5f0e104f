// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Limits;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairBookTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final long HALF_A_DAY = 43_200_000_000L;

  private final RepairBook book = new RepairBook();

  @Test
  void nothingConcernsAnybodyWhileNothingWasTold() {
    assertThat(book.isEmpty()).isTrue();
    assertThat(concerning("pbx", waiting(0))).isEmpty();
    assertThat(concluded(waiting(0))).isEqualTo(List.of());
  }

  @Test
  void contactIsLostByTheFirstListThatDoesNotNameIt() {
    book.take(list("l1", 60));
    book.take(list("l2", 120));
    assertThat(concluded(waiting(0))).containsExactly(unseen(60));
  }

  @Test
  void listWithTheContactSaysNothingNewAndListsOfOthersSayNothing() {
    book.take(list("l1", 60, "c1"));
    assertThat(concluded(waiting(0))).isEmpty();
    book.take(list("l2", 120));
    assertThat(concerning("other pbx", waiting(0))).containsExactly(seen(60));
  }

  @Test
  void whatWasToldBeforeTheContactBeganIsOld() {
    book.take(list("l1", 60));
    book.take(restart(70));
    assertThat(concerning("pbx", waiting(80))).isEmpty();
    assertThat(concluded(waiting(65))).containsExactly(Moment.restarted(micros(70)));
  }

  @Test
  void listThatCameJustAfterTheContactJoinedIsPassedOver() {
    book.take(list("l1", 60));
    book.take(list("l2", 70));
    assertThat(concluded(waiting(59))).containsExactly(unseen(70));
  }

  @Test
  void whoIsMissedAndListedAgainIsFoundAndLostAnew() {
    book.take(list("l1", 60));
    book.take(list("l2", 70, "c1"));
    book.take(list("l3", 80, "c1"));
    book.take(list("l4", 90));
    assertThat(concluded(waiting(0))).containsExactly(unseen(60), seen(70), unseen(90));
  }

  @Test
  void whoIsOnAListBeforeAnythingElseIsKnownWaits() {
    book.take(list("l1", 60, "c1"));
    Interaction seen = conclude(Interaction.UNKNOWN);
    assertThat(seen.visits()).singleElement().satisfies(v -> assertThat(v.waiting()).isTrue());
    assertThat(seen.visits().get(0).listed()).isTrue();
  }

  @Test
  void whatWasConcludedIsTakenBackWhenEarlierNewsExplainsIt() {
    book.take(list("l1", 60, "c1"));
    Interaction seen = conclude(Interaction.UNKNOWN);
    Interaction told = conclude(InteractionLifecycle.on(seen, queued(30)).interaction());
    assertThat(told.history()).hasSize(1);
    assertThat(told.visits()).singleElement().satisfies(v -> assertThat(v.listed()).isFalse());
  }

  @Test
  void listOfTwoPartsNamesWhoIsOnEither() {
    book.take(list("l1", 60));
    Interaction lost = conclude(waiting(0));
    assertThat(lost.visits().get(0).outcome()).isEqualTo(Outcome.LOST_TO_SNAPSHOT);
    book.take(list("l2", 60, "c1"));
    assertThat(conclude(lost).visits().get(0).outcome()).isEqualTo(Outcome.WAITING);
  }

  @Test
  void listThatMayHaveBeenCutOffLosesNobody() {
    List<String> many = Collections.nCopies(Limits.SNAPSHOT, "somebody");
    book.take(list("l1", 60, many.toArray(new String[0])));
    assertThat(concluded(waiting(0))).isEmpty();
  }

  @Test
  void whatFollowedFromForgottenListsStays() {
    RepairBook small = new RepairBook(4);
    small.take(list("first", 60));
    Interaction lost =
        waiting(0).concluding(small.concerning("c1", "pbx", waiting(0), "sales"), HALF_A_DAY);
    small.take(list("second", 70, "c2", "c3"));
    small.take(list("third", 80, "c2", "c3"));
    assertThat(small.concerning("c1", "pbx", waiting(0), "sales")).containsExactly(unseen(80));
    assertThat(small.concerning("c1", "pbx", lost, "sales")).contains(unseen(60));
  }

  @Test
  void restartBetweenTwoNewsCountsWheneverItBecomesKnown() {
    book.take(restart(70));
    Interaction told = InteractionLifecycle.on(waiting(0), queued(100)).interaction();
    assertThat(concluded(told)).containsExactly(Moment.restarted(micros(70)));
  }

  private List<Moment> concerning(String source, Interaction contact) {
    return book.concerning("c1", source, contact, "sales");
  }

  private Interaction conclude(Interaction contact) {
    return contact.concluding(concerning("pbx", contact), HALF_A_DAY);
  }

  private List<Moment> concluded(Interaction contact) {
    return conclude(contact).history().stream().filter(Moment::isOfPlatform).toList();
  }

  private static Moment unseen(int second) {
    return Moment.unseen(micros(second), "sales");
  }

  private static Moment seen(int second) {
    return Moment.seen(micros(second), "sales", micros(0));
  }

  private static SourceRestarted restart(int second) {
    return new SourceRestarted(new EventHeader("r", "pbx", NINE.plusSeconds(second)));
  }

  private static QueueSnapshot list(String id, int second, String... waiting) {
    return new QueueSnapshot(
        new EventHeader(id, "pbx", NINE.plusSeconds(second)),
        "sales",
        Arrays.stream(waiting).map(each -> new QueueSnapshot.Waiting(each, NINE)).toList());
  }

  private static Interaction waiting(int second) {
    return InteractionLifecycle.on(Interaction.UNKNOWN, queued(second)).interaction();
  }

  private static Moment queued(int second) {
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
