// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.json.EventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final AdmissionRules RULES =
      new AdmissionRules(false, Duration.ofMinutes(5), Duration.ofHours(24), 3);

  private final Pseudonyms pseudonyms =
      new Pseudonyms("a secret of the installation".getBytes(StandardCharsets.UTF_8));
  private final Admission admission = admission(RULES);

  @Test
  void anEventIsStampedWithTheGatewaysClock() {
    Admitted admitted = admit(event("a", NOW.minusSeconds(5)));
    assertThat(admitted.refused()).isEmpty();
    assertThat(admitted.accepted()).hasSize(1);
    assertThat(admitted.accepted().get(0).key())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("contact-1");
    AcceptedEvent accepted = CompactForm.decode(admitted.accepted().get(0).value());
    assertThat(accepted.receivedAt()).isEqualTo(NOW);
    assertThat(accepted.event().header().occurredAt()).isEqualTo(NOW.minusSeconds(5));
  }

  @Test
  void anEventAtMostFiveMinutesAheadIsAccepted() {
    assertThat(admit(event("a", NOW.plus(Duration.ofMinutes(5)))).accepted()).hasSize(1);
    Admitted ahead = admit(event("a", NOW.plus(Duration.ofMinutes(5)).plusNanos(1000)));
    assertThat(codes(ahead)).containsExactly(ErrorCode.TIME_IN_FUTURE);
    assertThat(ahead.refused().get(0).why().field()).isEqualTo("time");
    assertThat(ahead.refused().get(0).why().value()).startsWith("2026-03-01T12:05:00.000001");
    assertThat(ahead.refused().get(0).why()).hasMessageContaining("at most PT5M after");
  }

  @Test
  void anEventAtMostADayOldIsAccepted() {
    assertThat(admit(event("a", NOW.minus(Duration.ofHours(24)))).accepted()).hasSize(1);
    Admitted old = admit(event("a", NOW.minus(Duration.ofHours(24)).minusNanos(1000)));
    assertThat(codes(old)).containsExactly(ErrorCode.TOO_LATE);
    assertThat(old.rejected()).hasSize(1);
    assertThat(old.rejected().get(0).key()).asString(StandardCharsets.UTF_8).isEqualTo("pbx");
  }

  @Test
  void inAReplayNoEventIsTooOldOrTooNew() {
    Admission replay = admission(RULES.withEventTime(true));
    Instant lastCentury = Instant.parse("1999-02-01T08:00:00Z");
    Instant nextYear = NOW.plus(Duration.ofDays(365));
    Admitted admitted =
        replay.admit(json("[" + event("a", lastCentury) + "," + event("b", nextYear) + "]"));
    assertThat(admitted.accepted())
        .extracting(record -> CompactForm.decode(record.value()).receivedAt())
        .containsExactly(lastCentury, nextYear);
  }

  @Test
  void oneSenderWithAWrongClockMakesNobodyElseLate() {
    String wrong = event("w", NOW.plus(Duration.ofDays(3))).replace("pbx", "wrong");
    Admitted admitted = admit("[" + wrong + "," + event("a", NOW) + "]");
    assertThat(codes(admitted)).containsExactly(ErrorCode.TIME_IN_FUTURE);
    assertThat(CompactForm.decode(admitted.accepted().get(0).value()).receivedAt()).isEqualTo(NOW);
  }

  @Test
  void aCustomerIsPseudonymisedBeforeAnythingIsWritten() {
    Admitted admitted = admit(event("a", NOW).replace("}", ",\"customer\":\"+49 30 1234567\"}"));
    InteractionEvent event =
        (InteractionEvent) CompactForm.decode(admitted.accepted().get(0).value()).event();
    assertThat(event.contact().customer()).isEqualTo(pseudonyms.of("+49301234567"));
  }

  @Test
  void refusalsSayWhereInTheRequestTheyStand() {
    Admitted admitted = admit("[" + event("a", NOW) + ",{\"id\":\"b\"}," + event("c", NOW) + "]");
    assertThat(admitted.received()).isEqualTo(3);
    assertThat(admitted.accepted()).hasSize(2);
    assertThat(admitted.refused().get(0).index()).isEqualTo(1);
    assertThat(admitted.refused().get(0).id()).isEqualTo("b");
    assertThat(admitted.unreadable()).isNull();
  }

  @Test
  void aBodyThatCannotBeReadCountsAsOneRefusal() {
    Admitted admitted = admit("[{]");
    assertThat(admitted.received()).isEqualTo(1);
    assertThat(admitted.unreadable()).isNotNull();
    assertThat(codes(admitted)).containsExactly(ErrorCode.MALFORMED_JSON);
    assertThat(admitted.rejected()).hasSize(1);
  }

  @Test
  void moreEventsThanAllowedAreNotEvenLookedAt() {
    String four = "[{},{},{},{}]";
    assertThatThrownBy(() -> admit(four))
        .isInstanceOf(TooManyEvents.class)
        .hasMessageContaining("at most 3");
    assertThatThrownBy(() -> admit(four + " ".repeat(100_000))).isInstanceOf(TooManyEvents.class);
  }

  @Test
  void anEventOfNoNamedSourceIsAnonymous() {
    Admitted admitted = admit(event("a", NOW).replace("\"source\":\"pbx\",", ""));
    assertThat(CompactForm.decode(admitted.accepted().get(0).value()).event().header().source())
        .isEqualTo("anonymous");
  }

  private Admission admission(AdmissionRules rules) {
    return new Admission(rules, pseudonyms, InstantSource.fixed(NOW));
  }

  private Admitted admit(String body) {
    return admission.admit(json(body));
  }

  private static Body json(String body) {
    return Body.of(EventFormat.JSON, body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<ErrorCode> codes(Admitted admitted) {
    return admitted.refused().stream().map(refusal -> refusal.why().code()).toList();
  }

  private static String event(String id, Instant time) {
    return """
    {"id":"%s","source":"pbx","type":"interaction.queued","time":"%s",\
    "interaction":"contact-1","channel":"voice","queue":"sales"}"""
        .formatted(id, time);
  }
}
