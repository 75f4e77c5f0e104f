// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange.Queued;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.SchedulePublished;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {

  private static final String QUEUED =
      """
      {"id":"e-1","source":"pbx-1","type":"interaction.queued","time":"2026-03-02T09:30:00+01:00",\
      "interaction":"call-7","queue":"sales"}""";

  private static final Event EXPECTED =
      new InteractionEvent(
          new EventHeader("e-1", "pbx-1", Instant.parse("2026-03-02T08:30:00Z")),
          Contact.of("call-7").in("sales"),
          new Queued(null));

  private final EventDecoder decoder = new EventDecoder("credential-3");

  @Test
  void anObjectIsOneEventAndAnArrayAreSeveral() {
    assertThat(valid(EventFormat.JSON, QUEUED)).containsExactly(EXPECTED);
    assertThat(valid(EventFormat.JSON, " [" + QUEUED + ",\n" + QUEUED + "] "))
        .containsExactly(EXPECTED, EXPECTED);
    assertThat(valid(EventFormat.JSON, "[]")).isEmpty();
  }

  @Test
  void onlyTheNamedPartOfTheArrayIsRead() {
    byte[] body = ("]]" + QUEUED + "]").getBytes(UTF_8);

    assertThat(decoder.decodeOne(body, 2, body.length - 3)).isEqualTo(EXPECTED);
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    String reversed =
        """
        {"queue":"sales","interaction":"call-7","time":"2026-03-02T08:30:00Z",
         "type":"interaction.queued","source":"pbx-1","id":"e-1"}""";

    assertThat(valid(EventFormat.JSON, reversed)).containsExactly(EXPECTED);
  }

  @Test
  void theSourceOfAnEventThatNamesNoneIsTheDefault() {
    Event event = valid(EventFormat.JSON, QUEUED.replace("\"pbx-1\"", "null")).get(0);

    assertThat(event.header().source()).isEqualTo("credential-3");
  }

  @Test
  void unknownFieldsAreIgnoredWhateverTheyHold() {
    String more =
        QUEUED.replace(
            "{\"id\"",
            "{\"x\":{\"id\":[1,{\"type\":2}]},\"data\":{\"queue\":\"other\"},\"subject\":7,\"id\"");

    assertThat(valid(EventFormat.JSON, more)).containsExactly(EXPECTED);
  }

  @Test
  void fieldsThatTheTypeDoesNotHaveAreUnknown() {
    String more =
        QUEUED.replace(
            "{\"id\"", "{\"score\":\"high\",\"state\":{},\"agents\":\"x\",\"interval\":5,\"id\"");

    assertThat(valid(EventFormat.JSON, more)).containsExactly(EXPECTED);
  }

  @Test
  void nullIsTheSameAsAbsent() {
    String nulls =
        QUEUED.replace(
            "{\"id\"",
            "{\"agent\":null,\"attributes\":null,\"priority\":null,\"specversion\":null,\"id\"");

    assertThat(valid(EventFormat.JSON, nulls)).containsExactly(EXPECTED);
    assertThat(
            valid(
                EventFormat.JSON,
                QUEUED.replace("{\"id\"", "{\"attributes\":{\"skill\":null},\"id\"")))
        .containsExactly(EXPECTED);
  }

  @Test
  void whatIsWrongInOneEventLeavesTheOthers() {
    String wrong = QUEUED.replace("\"sales\"", "5");
    String body = "[" + QUEUED + ", " + wrong + " ,17," + QUEUED + "]";
    List<Decoded> events = decode(EventFormat.JSON, body);

    assertThat(events).hasSize(4);
    assertThat(events.get(0)).isEqualTo(new Decoded.Valid(EXPECTED));
    assertThat(events.get(3)).isEqualTo(new Decoded.Valid(EXPECTED));
    Decoded.Refused queue = (Decoded.Refused) events.get(1);
    assertThat(queue.id()).isEqualTo("e-1");
    assertThat(body.substring(queue.from(), queue.to())).isEqualTo(wrong);
    Decoded.Refused number = (Decoded.Refused) events.get(2);
    assertThat(number.id()).isNull();
    assertThat(number.why().code()).isEqualTo(ErrorCode.NOT_AN_OBJECT);
    assertThat(body.substring(number.from(), number.to())).isEqualTo("17");
  }

  @Test
  void theIdOfARefusedEventIsKnownWhereverItStands() {
    String late =
        "{\"queue\":{\"name\":[\"sales\"]},\"type\":\"interaction.queued\",\"id\":\"e-9\"}";

    assertThat(refused(late).id()).isEqualTo("e-9");
    assertThat(refused(late).why().field()).isEqualTo("queue");
    assertThat(refused("{\"id\":9}").id()).isNull();
  }

  @Test
  void aBodyThatIsNotJsonIsRefusedAsAWhole() {
    assertThatThrownBy(() -> decode(EventFormat.JSON, "[" + QUEUED + ",\n {\"id\": oops}]"))
        .isInstanceOf(InvalidEvent.class)
        .hasMessageStartingWith("line 2, column 14: Unrecognized token 'oops'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "[",
        "[{}",
        "{\"id\":\"e",
        "{\"id\" 1}",
        "{} {}",
        "[{}],",
        "nul",
        "{'id':1}",
        "{\"id\":\"a\nb\"}",
        "\u0000"
      })
  void everyKindOfBrokenJsonIsMalformed(String body) {
    assertThatThrownBy(() -> decode(EventFormat.JSON, body))
        .isInstanceOfSatisfying(
            InvalidEvent.class,
            invalid -> {
              assertThat(invalid.code()).isEqualTo(ErrorCode.MALFORMED_JSON);
              assertThat(invalid).hasMessageStartingWith("line ").hasMessageContaining(", column ");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32"})
  void anotherUnicodeEncodingThanUtf8IsMalformed(String charset) {
    byte[] body = QUEUED.getBytes(Charset.forName(charset));

    assertThatThrownBy(() -> decoder.decodeOne(body))
        .hasMessage("line 1, column 1: expected UTF-8");
  }

  @Test
  void anObjectThatDoesNotEndIsToldWithoutTheParsersOwnAffairs() {
    assertThatThrownBy(() -> decode(EventFormat.JSON, "{\"id\":1"))
        .hasMessage("line 1, column 8: Unexpected end-of-input: expected close marker for Object");
  }

  @Test
  void invalidUtf8IsMalformed() {
    byte[] body =
        QUEUED
            .replace("sales", "s\u00e4les")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> decoder.decodeOne(body))
        .isInstanceOfSatisfying(
            InvalidEvent.class,
            invalid -> assertThat(invalid.code()).isEqualTo(ErrorCode.MALFORMED_JSON));
  }

  @Test
  void nestingDeeperThan32IsMalformed() {
    String deep =
        QUEUED.replace("{\"id\"", "{\"x\":" + "[".repeat(31) + "]".repeat(31) + ",\"id\"");
    String deeper = deep.replace("[]", "[[]]");

    assertThat(valid(EventFormat.JSON, deep)).containsExactly(EXPECTED);
    assertThatThrownBy(() -> decode(EventFormat.JSON, deeper))
        .isInstanceOf(InvalidEvent.class)
        .hasMessageContaining("nesting depth (33) exceeds the maximum allowed (32");
    assertThatThrownBy(() -> decode(EventFormat.JSON, "[".repeat(100_000)))
        .isInstanceOf(InvalidEvent.class);
  }

  @Test
  void ndjsonIsOneEventALineAndBlankLinesAreNone() {
    String body = "\n" + QUEUED + "\r\n  \t\r\n" + QUEUED + " \n\n" + QUEUED;

    assertThat(valid(EventFormat.NDJSON, body)).containsExactly(EXPECTED, EXPECTED, EXPECTED);
    assertThat(valid(EventFormat.NDJSON, "\n \r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":", "{} {}", "[]", "17", "oops", "{\"id\":\"e-2\"}"})
  void inNdjsonOnlyTheWrongLineIsRefused(String wrong) {
    String body = QUEUED + "\n  " + wrong + "\r\n" + QUEUED + "\n";
    List<Decoded> events = decode(EventFormat.NDJSON, body);

    assertThat(events).hasSize(3);
    assertThat(events.get(0)).isEqualTo(new Decoded.Valid(EXPECTED));
    assertThat(events.get(2)).isEqualTo(new Decoded.Valid(EXPECTED));
    Decoded.Refused refused = (Decoded.Refused) events.get(1);
    assertThat(body.substring(refused.from(), refused.to())).isEqualTo(wrong);
  }

  @Test
  void listsAndMapsOfAnAgentAreRead() {
    String state =
        """
        {"id":"a-1","type":"agent.state","time":"2026-03-02T08:30:00Z","agent":"amira",
         "state":"wrap_up","queues":["sales","billing"],"capacity":{"voice":1,"chat":3,"sms":null}}""";
    AgentStateChanged event = (AgentStateChanged) valid(EventFormat.JSON, state).get(0);

    assertThat(event.queues()).containsExactly("sales", "billing");
    assertThat(event.capacity()).isEqualTo(Map.of(Channel.VOICE, 1, Channel.CHAT, 3));
  }

  @Test
  void agentsAreAListInASnapshotAndANumberInASchedule() {
    String snapshot =
        """
        {"agents":[{"agent":"amira","state":"busy","since":"2026-03-02T08:00:00Z","mood":[1],"queues":null}],
         "id":"s-1","type":"agent.snapshot","time":"2026-03-02T08:30:00Z"}""";
    String schedule =
        """
        {"agents":12,"id":"p-1","type":"schedule.published","time":"2026-03-02T08:30:00Z",
         "queue":"sales","interval":"2026-03-02T10:00:00+01:00","minutes":30}""";

    assertThat(((AgentSnapshot) valid(EventFormat.JSON, snapshot).get(0)).agents()).hasSize(1);
    assertThat(((SchedulePublished) valid(EventFormat.JSON, schedule).get(0)).agents())
        .isEqualTo(12);
    assertThat(refused(schedule.replace("12", "[]")).why())
        .hasMessage("'[...]' in agents: expected a whole number");
    assertThat(refused(schedule.replace("12", "\"many\"")).why())
        .hasMessage("'many' in agents: expected a whole number");
    assertThat(refused(snapshot.replaceFirst("\\[.*\\]", "3")).why())
        .hasMessage("'3' in agents: expected an array");
    assertThat(refused(snapshot.replaceFirst("\\[.*\\]", "{}")).why())
        .hasMessage("'{...}' in agents: expected an array");
  }

  @Test
  void aSingleEventIsNeitherNoneNorTwo() {
    assertThatThrownBy(() -> decoder.decodeOne("[]".getBytes(UTF_8)))
        .hasMessage("'an array of 0': expected one event");
    assertThatThrownBy(() -> decoder.decodeOne(("[" + QUEUED + "," + QUEUED + "]").getBytes(UTF_8)))
        .hasMessage("'an array of 2': expected one event");
    assertThatThrownBy(() -> decoder.decodeOne("{}".getBytes(UTF_8)))
        .hasMessage("nothing in type: expected a type such as interaction.queued");
  }

  private List<Decoded> decode(EventFormat format, String text) {
    byte[] body = text.getBytes(UTF_8);
    return decoder.decode(format, body, 0, body.length);
  }

  private List<Event> valid(EventFormat format, String text) {
    return decode(format, text).stream().map(decoded -> ((Decoded.Valid) decoded).event()).toList();
  }

  private Decoded.Refused refused(String text) {
    return (Decoded.Refused) decode(EventFormat.JSON, text).get(0);
  }
}
