// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.InteractionChange.Ended;
import io.tideboard.events.InteractionChange.Escalated;
import io.tideboard.events.InteractionChange.Feedback;
import io.tideboard.events.InteractionChange.Message;
import io.tideboard.events.QueueSnapshot.Waiting;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final Instant TIME = Instant.parse("2026-03-02T08:30:00Z");
  private static final EventHeader HEADER = new EventHeader("e-1", "pbx-1", TIME);

  @Test
  void textUpToItsLimitIsAccepted() {
    assertThat(new EventHeader("i".repeat(128), "s".repeat(128), TIME).id()).hasSize(128);
    assertThat(contact("c".repeat(256), Map.of()).customer()).hasSize(256);
    assertThat(new Escalated(null, "r".repeat(64)).reason()).hasSize(64);
    assertThat(feedback(5, "c".repeat(4096), null).comment()).hasSize(4096);
  }

  @Test
  void longerTextIsRefusedWithItsLengthAndShownShortened() {
    InvalidEvent invalid = refusal(() -> Contact.of("i".repeat(129)));

    assertThat(invalid.code()).isEqualTo(ErrorCode.TOO_LONG);
    assertThat(invalid)
        .hasMessage(
            "'" + "i".repeat(80) + "…' in interaction: expected at most 128 characters, not 129");
    assertThat(invalid.value()).hasSize(81);
    assertRefused(ErrorCode.TOO_LONG, "customer", () -> contact("c".repeat(257), Map.of()));
    assertRefused(ErrorCode.TOO_LONG, "reason", () -> new Escalated(null, "r".repeat(65)));
    assertRefused(ErrorCode.TOO_LONG, "comment", () -> feedback(5, "c".repeat(4097), null));
  }

  @Test
  void controlCharactersAreRefusedExceptLinesInAComment() {
    assertRefused(ErrorCode.INVALID_VALUE, "interaction", () -> Contact.of("call\u0000"));
    assertRefused(ErrorCode.INVALID_VALUE, "queue", () -> Contact.of("c").in("a\nb"));
    assertRefused(ErrorCode.INVALID_VALUE, "comment", () -> feedback(5, "bell\u0007", null));
    assertThat(feedback(5, "one\r\n\ttwo", null).comment()).isEqualTo("one\r\n\ttwo");
  }

  @Test
  void halfASurrogatePairIsRefusedBecauseNoEncodingKeepsIt() {
    assertThat(Contact.of("👍").interaction()).hasSize(2);
    assertRefused(ErrorCode.INVALID_VALUE, "interaction", () -> Contact.of("\ud83d"));
    assertRefused(ErrorCode.INVALID_VALUE, "interaction", () -> Contact.of("\udc4d"));
    assertRefused(ErrorCode.INVALID_VALUE, "interaction", () -> Contact.of("\ud83dx"));
    assertRefused(
        ErrorCode.INVALID_VALUE,
        "attributes.topic",
        () -> contact(null, Map.of("topic", "\udc4d\ud83d")));
  }

  @Test
  void emptyIsTheSameAsNotSaid() {
    assertThat(Contact.of("call-7").in("").queue()).isNull();
    assertThat(new Escalated("", "").toQueue()).isNull();
    assertRefused(ErrorCode.MISSING_FIELD, "interaction", () -> Contact.of(""));
  }

  @Test
  void atMostSixteenShortAttributesAreAccepted() {
    assertThat(contact(null, attributes(16)).attributes()).hasSize(16);
    assertRefused(ErrorCode.TOO_LONG, "attributes", () -> contact(null, attributes(17)));
    assertRefused(
        ErrorCode.TOO_LONG, "attributes", () -> contact(null, Map.of("n".repeat(65), "v")));
    assertRefused(
        ErrorCode.TOO_LONG,
        "attributes.topic",
        () -> contact(null, Map.of("topic", "v".repeat(257))));
    assertRefused(ErrorCode.MISSING_FIELD, "attributes", () -> contact(null, Map.of("", "v")));
    assertThat(contact(null, Map.of("topic", "")).attributes()).containsEntry("topic", "");
  }

  @Test
  void timesAreFrom1970To2199AndKeptToTheMicrosecond() {
    assertThat(new EventHeader("i", "s", TIME.plusNanos(1999)).occurredAt())
        .isEqualTo(TIME.plusNanos(1000));
    assertThat(new Waiting("c", TIME.plusNanos(999)).since()).isEqualTo(TIME);
    assertRefused(
        ErrorCode.INVALID_TIME,
        "time",
        () -> new EventHeader("i", "s", Instant.parse("1969-12-31T23:59:59Z")));
    assertRefused(
        ErrorCode.INVALID_TIME,
        "receivedAt",
        () -> new AcceptedEvent(new SourceRestarted(HEADER), Instant.MAX));
  }

  @Test
  void listsHaveALongestLength() {
    List<Waiting> waiting = Collections.nCopies(10_001, new Waiting("c", TIME));
    Standing standing = new Standing("amira", AgentState.AWAY, TIME, List.of());

    assertRefused(ErrorCode.TOO_LONG, "waiting", () -> new QueueSnapshot(HEADER, "sales", waiting));
    assertRefused(
        ErrorCode.TOO_LONG,
        "agents",
        () -> new AgentSnapshot(HEADER, Collections.nCopies(10_001, standing)));
    assertRefused(
        ErrorCode.TOO_LONG,
        "queues",
        () -> new Standing("amira", AgentState.AWAY, TIME, Collections.nCopies(257, "q")));
  }

  @Test
  void numbersStayInTheirRange() {
    assertThat(feedback(10, null, -1.0).score()).isEqualTo(10);
    assertRefused(ErrorCode.INVALID_VALUE, "score", () -> feedback(10.5, null, null));
    assertRefused(ErrorCode.INVALID_VALUE, "score", () -> feedback(Double.NaN, null, null));
    assertRefused(ErrorCode.INVALID_VALUE, "sentiment", () -> feedback(5, null, 1.01));
    assertRefused(
        ErrorCode.INVALID_VALUE, "score", () -> new Feedback(FeedbackKind.CSAT, 0, null, null));
    assertRefused(
        ErrorCode.INVALID_VALUE, "score", () -> new Feedback(FeedbackKind.CES, 8, null, null));
    assertRefused(ErrorCode.INVALID_VALUE, "minutes", () -> schedule(0, 1));
    assertRefused(ErrorCode.INVALID_VALUE, "minutes", () -> schedule(1441, 1));
    assertRefused(ErrorCode.INVALID_VALUE, "agents", () -> schedule(30, -1));
    assertRefused(ErrorCode.INVALID_VALUE, "agents", () -> schedule(30, 100_001));
    assertRefused(ErrorCode.INVALID_VALUE, "capacity.chat", () -> capacity(-1));
    assertRefused(ErrorCode.INVALID_VALUE, "capacity.chat", () -> capacity(1001));
  }

  @Test
  void aPartyIsOneThatCanDoIt() {
    assertRefused(ErrorCode.INVALID_VALUE, "author", () -> new Message(Party.SYSTEM));
    assertRefused(ErrorCode.INVALID_VALUE, "by", () -> new Ended(Party.BOT));
  }

  private static Contact contact(String customer, Map<String, String> attributes) {
    return Contact.of("call-7").of(customer, attributes);
  }

  private static Map<String, String> attributes(int n) {
    return IntStream.range(0, n).boxed().collect(Collectors.toMap(i -> "a" + i, i -> "v"));
  }

  private static Feedback feedback(double score, String comment, Double sentiment) {
    return new Feedback(FeedbackKind.NPS, score, comment, sentiment);
  }

  private static SchedulePublished schedule(int minutes, int agents) {
    return new SchedulePublished(HEADER, "sales", TIME, minutes, agents);
  }

  private static AgentStateChanged capacity(int chats) {
    return new AgentStateChanged(
        HEADER, "amira", AgentState.BUSY, null, List.of(), Map.of(Channel.CHAT, chats));
  }

  private static void assertRefused(ErrorCode code, String field, ThrowingCallable making) {
    InvalidEvent invalid = refusal(making);

    assertThat(invalid).as(field).isNotNull();
    assertThat(invalid.code()).isEqualTo(code);
    assertThat(invalid.field()).isEqualTo(field);
  }

  private static InvalidEvent refusal(ThrowingCallable making) {
    return catchThrowableOfType(InvalidEvent.class, making);
  }
}
