// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tideboard.events.json.EventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a body holds, the short way through it decides as the long one. */
class UsualEventsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Usual ones, unusual ones, and some that are refused. */
  private static final List<String> EVENTS =
      List.of(
          event("interaction.queued", "'queue':'sales','channel':'voice'"),
          event(
              "interaction.created", "'customer':'+49 30 1234567','attributes':{'b':'1','a':'2'}"),
          event("interaction.answered", "'agent':'Chloé'"),
          event("agent.state", "'agent':'amira','state':'busy'"),
          event("interaction.queued", "'queue':'sales','priority':3"),
          event("interaction.feedback", "'kind':'csat','score':4"),
          event("interaction.message", "'author':'customer','unknown':{'a':[1]}"),
          event("interaction.held", "'time':'2026-03-01T12:05:01Z'"),
          event("interaction.held", "'time':'2026-02-28T11:59:59Z'"),
          event("interaction.queued", "'channel':'voice'"),
          event("interaction.queued", "'queue':'sa\\u006ces'"),
          "{'specversion':'1.0','id':'ce','type':'io.tideboard.interaction.held','source':'pbx',"
              + "'time':'2026-03-01T12:00:00Z','subject':'c1'}",
          "{}",
          "{'type':7}");

  private final Admission admission =
      new Admission(
          new AdmissionRules(false, Duration.ofMinutes(5), Duration.ofHours(24), 6),
          new Pseudonyms("a secret of the installation".getBytes(StandardCharsets.UTF_8)),
          InstantSource.fixed(NOW));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "]",
        " ]\n",
        "[ ]",
        "{}",
        "[{}]",
        "[{},]",
        "[,{}]",
        "[{} {}]",
        "[[]]",
        "[1,{}]",
        "null",
        "{}{}",
        "{}]",
        "[{}",
        "[{}]]",
        "[{}] x",
        "\ufeff[{}]",
        "{},{}",
        "\n{}\n\n{}\n",
        "{}\r\n{}"
      })
  void everyOutlineIsJudgedAlike(String outline) {
    for (String event : EVENTS) {
      isJudgedAlike(outline.replace("{}", event));
    }
  }

  @Test
  void everyMixtureIsJudgedAlike() {
    Random random = new Random(11);
    int accepted = 0;
    for (int i = 0; i < 5_000; i++) {
      accepted += isJudgedAlike(mixture(random));
    }
    assertThat(accepted).isGreaterThan(5_000);
  }

  @Test
  void everyDamagedBodyIsJudgedAlike() {
    Random random = new Random(13);
    int accepted = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder damaged = new StringBuilder(mixture(random));
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.setCharAt(at, "\"{}[],:\\ \n1a".charAt(random.nextInt(12)));
        case 1 -> damaged.delete(at, at + 1 + random.nextInt(4));
        default -> damaged.insert(at, damaged.substring(Math.max(0, at - random.nextInt(99)), at));
      }
      accepted += isJudgedAlike(damaged.toString());
    }
    assertThat(accepted).isGreaterThan(5_000);
  }

  /** How many events were accepted. */
  private int isJudgedAlike(String text) {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    int accepted = 0;
    for (EventFormat format : List.of(EventFormat.JSON, EventFormat.NDJSON)) {
      accepted += isJudgedAlike(Body.of(format, bytes), Caller.ANONYMOUS);
      isJudgedAlike(Body.of(format, bytes), Caller.of("pbx"));
      isJudgedAlike(Body.of(format, bytes), Caller.of("another"));
    }
    return accepted;
  }

  private int isJudgedAlike(Body body, Caller caller) {
    String text = caller.source() + ": " + new String(body.bytes(), StandardCharsets.UTF_8);
    Throwable failure = catchThrowable(() -> admission.closely(body, caller));
    if (failure != null) {
      assertThat(catchThrowable(() -> admission.admit(body, caller)))
          .as(text)
          .hasSameClassAs(failure)
          .hasMessage(failure.getMessage());
      return 0;
    }
    Admitted close = admission.closely(body, caller);
    assertThat(told(admission.admit(body, caller))).as(text).isEqualTo(told(close));
    return close.accepted().size();
  }

  static List<String> told(Admitted admitted) {
    List<String> told = new ArrayList<>();
    admitted.accepted().forEach(record -> told.add("accepted " + text(record)));
    admitted.rejected().forEach(record -> told.add("rejected " + text(record)));
    for (Refusal refusal : admitted.refused()) {
      told.add(refusal.index() + " " + refusal.id() + " " + refusal.why());
    }
    told.add(String.valueOf(admitted.unreadable()));
    return told;
  }

  private static String text(EventRecord record) {
    return new String(record.key(), StandardCharsets.UTF_8)
        + " "
        + new String(record.value(), StandardCharsets.ISO_8859_1);
  }

  private static String mixture(Random random) {
    List<String> events = new ArrayList<>();
    for (int i = random.nextInt(7); i >= 0; i--) {
      // Rather more of the usual ones.
      events.add(EVENTS.get(random.nextInt(random.nextBoolean() ? 4 : EVENTS.size())));
    }
    return random.nextBoolean()
        ? "[" + String.join(random.nextBoolean() ? "," : "\n , ", events) + "]"
        : String.join(random.nextBoolean() ? "\n" : " \r\n\n", events);
  }

  private static String event(String type, String more) {
    String event =
        "{'id':'e-1','source':'pbx','type':'"
            + type
            + "','time':'2026-03-01T11:59:58.5Z','interaction':'c1',"
            + more
            + "}";
    return more.contains("'time'") ? event.replaceFirst("'time':'[^']*',", "") : event;
  }
}
