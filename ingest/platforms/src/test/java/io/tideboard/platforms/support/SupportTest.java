// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tideboard.events.AgentState;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Translation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1772442010",
        "1772442010000",
        "1772442010000000",
        "2026-03-02T09:00:10Z",
        "2026-03-02T10:00:10+01:00"
      })
  void aTimeIsOneHoweverItIsWritten(String text) {
    assertThat(Times.of("time", text)).isEqualTo(Instant.parse("2026-03-02T09:00:10Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "99999999999999999999", "2026-03-02T09:00:10", "1e9"})
  void whatIsNoTimeIsRefusedWithItsPlace(String text) {
    assertThatExceptionOfType(InvalidEvent.class)
        .isThrownBy(() -> Times.of("a.time", text))
        .satisfies(why -> assertThat(why.field()).isEqualTo("a.time"));
  }

  @Test
  void anIdIsReadableAndNeverLongerThanAnIdMayBe() {
    assertThat(Ids.of("c-1", "queued", 7)).isEqualTo("c-1:queued:7");
    String one = Ids.of("x".repeat(200), "queued");
    String other = Ids.of("x".repeat(200), "answered");
    assertThat(one).hasSize(128).startsWith("xxx").isNotEqualTo(other);
    assertThat(Ids.fitting("x".repeat(128))).isEqualTo("x".repeat(128));
  }

  @Test
  void aNameIsNeverCutInTheMiddleOfACharacter() {
    String cut = Ids.fitting("x".repeat(94) + "\ud83d\ude00".repeat(50));
    assertThat(cut.length()).isLessThanOrEqualTo(128);
    assertThat(cut.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
  }

  @Test
  void membersAreFoundInAnyCase() {
    Payload payload = object("{\"AgentInfo\": {\"AgentArn\": 7}, \"none\": null, \"e\": \"\"}");
    assertThat(payload.at("agentInfo").text("agentARN")).isEqualTo("7");
    assertThat(payload.has("none")).isFalse();
    assertThat(payload.text("e")).isNull();
    assertThat(payload.at("absent").text("x")).isNull();
  }

  @Test
  void aMemberOfAnotherTypeIsRefusedWithItsPath() {
    Payload payload =
        object("{\"a\": {\"b\": [true, {\"c\": {}}], \"n\": 1.5, \"t\": \"x\"}}").at("a");
    refused(() -> payload.text("b"), ErrorCode.WRONG_TYPE, "a.b");
    refused(() -> payload.texts("b"), ErrorCode.WRONG_TYPE, "a.b");
    refused(() -> payload.objects("b"), ErrorCode.NOT_AN_OBJECT, "a.b[0]");
    refused(() -> payload.at("t"), ErrorCode.WRONG_TYPE, "a.t");
    refused(() -> payload.flag("t"), ErrorCode.WRONG_TYPE, "a.t");
    refused(() -> payload.whole("n"), ErrorCode.WRONG_TYPE, "a.n");
    refused(() -> payload.whole("t"), ErrorCode.INVALID_VALUE, "a.t");
    refused(() -> payload.number("t"), ErrorCode.INVALID_VALUE, "a.t");
    refused(() -> payload.neededText("x"), ErrorCode.MISSING_FIELD, "a.x");
    refused(() -> payload.neededTime("x"), ErrorCode.MISSING_FIELD, "a.x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{} {}", "{\"a\": NaN}", "nul"})
  void whatIsNoJsonIsMalformed(String body) {
    refused(() -> object(body), ErrorCode.MALFORMED_JSON, null);
  }

  @Test
  void aBodyThatIsNoObjectIsNone() {
    refused(() -> object("7"), ErrorCode.NOT_AN_OBJECT, null);
  }

  @Test
  void aFormIsDecodedAndKeepsItsOrder() {
    Form form = Form.of("b=1&a=x%20y%2B+z&b=2&&empty=&flag");
    assertThat(form.pairs())
        .containsExactly(
            Map.entry("b", "1"),
            Map.entry("a", "x y+ z"),
            Map.entry("b", "2"),
            Map.entry("empty", ""),
            Map.entry("flag", ""));
    assertThat(form.text("b")).isEqualTo("1");
    assertThat(form.text("empty")).isNull();
    refused(() -> Form.of("a=%zz"), ErrorCode.INVALID_VALUE, null);
  }

  @Test
  void aToldNameComesBeforeASentOneAndThatBeforeTheId() {
    Names names = Names.of(Map.of("q-1", "Sales"));
    assertThat(names.of("q-1", "Verkauf")).isEqualTo("Sales");
    assertThat(names.of("q-2", "Verkauf")).isEqualTo("Verkauf");
    assertThat(names.of("q-2", null)).isEqualTo("q-2");
    assertThat(names.of(null, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Available,AVAILABLE",
    "Not Available,AWAY",
    "Unavailable,AWAY",
    "Lunch break,BREAK",
    "After Call Work,WRAP_UP",
    "Afternoon tea,AWAY",
    "Coaching,TRAINING",
    "Team meeting,MEETING",
    "OFFLINE,OFFLINE",
    "Something,AWAY",
    "Not ready,AWAY",
    "Ready,AVAILABLE"
  })
  void theNameOfAStateSaysWhatItIs(String name, AgentState state) {
    assertThat(AgentStates.named(name)).isEqualTo(state);
  }

  @Test
  void aCustomersAddressHasNoScheme() {
    assertThat(Customers.address("tel:+15550100")).isEqualTo("+15550100");
    assertThat(Customers.address("WhatsApp:+15550100")).isEqualTo("+15550100");
    assertThat(Customers.address(" anna@example.com ")).isEqualTo("anna@example.com");
    assertThat(Customers.address("mailto:")).isNull();
    assertThat(Customers.address("x".repeat(300))).isNull();
  }

  @Test
  void kindsBeyondMeasureAreCountedTogether() {
    Entries entries = new Entries();
    for (int i = 0; i < 100; i++) {
      entries.read("kind " + i + "x".repeat(100), List::of);
    }
    Translation translation = entries.translation();
    assertThat(translation.ignored()).hasSize(65).containsEntry(Entries.OTHER_KINDS, 36);
    assertThat(translation.ignored().keySet()).allMatch(kind -> kind.length() <= 64);
  }

  private static Payload object(String json) {
    return JsonBody.object(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(Runnable reading, ErrorCode code, String field) {
    assertThatExceptionOfType(InvalidEvent.class)
        .isThrownBy(reading::run)
        .satisfies(why -> assertThat(why.code()).isEqualTo(code))
        .satisfies(why -> assertThat(why.field()).isEqualTo(field));
  }
}
