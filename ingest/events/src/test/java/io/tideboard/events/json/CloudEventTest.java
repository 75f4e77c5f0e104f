// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Contact;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange.Queued;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.SourceRestarted;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CloudEventTest {

  private static final String ATTRIBUTES =
      """
      "id":"e-1","source":"/pbx/1","type":"io.tideboard.interaction.queued",\
      "time":"2026-03-02T08:30:00Z","subject":"call-7\"""";
  private static final String DATA = "\"data\":{\"queue\":\"sales\",\"priority\":2}";
  private static final String VERSION = "\"specversion\":\"1.0\"";

  private static final EventHeader HEADER =
      new EventHeader("e-1", "/pbx/1", Instant.parse("2026-03-02T08:30:00Z"));
  private static final Event EXPECTED =
      new InteractionEvent(HEADER, Contact.of("call-7").in("sales"), new Queued(2));

  private final EventDecoder decoder = new EventDecoder("credential-3");

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CLOUDEVENT_BATCH")
  void isReadInEveryFormatThatHoldsOneObject(EventFormat format) {
    assertRead(format, "{" + VERSION + "," + ATTRIBUTES + "," + DATA + "}");
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "CLOUDEVENT_BATCH"})
  void isReadFromAnArray(EventFormat format) {
    assertRead(format, "[{" + VERSION + "," + ATTRIBUTES + "," + DATA + "}]");
  }

  @Test
  void dataMayStandBeforeEverythingElse() {
    assertRead(EventFormat.JSON, "{" + DATA + "," + ATTRIBUTES + "," + VERSION + "}");
  }

  @Test
  void extensionAttributesAreIgnoredEvenUnderNamesOfOurFields() {
    String extensions =
        "\"priority\":\"high\",\"queue\":\"other\",\"agent\":\"x\",\"traceid\":\"t\"";

    assertRead(
        EventFormat.JSON, "{" + extensions + "," + DATA + "," + ATTRIBUTES + "," + VERSION + "}");
    assertRead(
        EventFormat.JSON, "{" + VERSION + "," + ATTRIBUTES + "," + DATA + "," + extensions + "}");
  }

  @Test
  void theInteractionMayStandInDataWhenThereIsNoSubject() {
    String attributes = ATTRIBUTES.replace(",\"subject\":\"call-7\"", "");

    assertRead(
        EventFormat.JSON,
        "{%s,%s,%s}"
            .formatted(VERSION, attributes, DATA.replace("{", "{\"interaction\":\"call-7\",")));
  }

  @Test
  void headerFieldsInDataAreUnknownFields() {
    assertRead(
        EventFormat.JSON,
        "{%s,%s,%s}"
            .formatted(
                VERSION,
                ATTRIBUTES,
                DATA.replace("{", "{\"id\":\"x\",\"type\":\"y\",\"time\":7,\"z\":[{}],")));
  }

  @Test
  void anEventAboutItsSourceNeedsNeitherSubjectNorData() {
    byte[] body =
        ("{" + VERSION + "," + ATTRIBUTES.replace("interaction.queued", "source.restarted") + "}")
            .getBytes(UTF_8);

    assertThat(decoder.decodeOne(body)).isEqualTo(new SourceRestarted(HEADER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "specversion":"1.0"  | "specversion":"0.3"  | INVALID_VALUE | '0.3' in specversion: expected 1.0
          "specversion":"1.0"  | "specversion":1.0    | WRONG_TYPE    | '1.0' in specversion: expected a string
          "specversion":"1.0", | ``                   | MISSING_FIELD | nothing in specversion: expected 1.0
          io.tideboard.inter   | com.example.inter    | UNKNOWN_TYPE  | 'com.example.interaction.queued' in type: expected a type such as io.tideboard.interaction.queued
          io.tideboard.inter   | inter                | UNKNOWN_TYPE  | 'interaction.queued' in type: expected a type such as io.tideboard.interaction.queued
          "subject":"call-7"   | "subject":null       | MISSING_FIELD | nothing in interaction: expected 1 or more characters
          "subject":"call-7"   | "subject":7          | WRONG_TYPE    | '7' in subject: expected a string
          {"queue":"sales","priority":2} | "queue"    | WRONG_TYPE    | 'queue' in data: expected an object
          "data":{             | "data_base64":"e30=","x":{ | WRONG_TYPE | 'e30=' in data_base64: expected data as an object of JSON in its place
          "queue":"sales"      | "queue":5            | WRONG_TYPE    | '5' in queue: expected a string
          "queue":"sales",     | ``                   | MISSING_FIELD | nothing in queue: expected 1 to 128 characters
          "time":"2026-03-02T08:30:00Z", | ``         | MISSING_FIELD | nothing in time: expected an RFC 3339 time with offset
          """)
  void aWrongOneIsRefused(String from, String to, ErrorCode code, String message) {
    String json = "{" + VERSION + "," + ATTRIBUTES + "," + DATA + "}";
    byte[] body = json.replace(from, to).getBytes(UTF_8);
    Decoded.Refused refused =
        (Decoded.Refused) decoder.decode(EventFormat.CLOUDEVENT, body, 0, body.length).get(0);

    assertThat(refused.why()).hasMessage(message);
    assertThat(refused.why().code()).isEqualTo(code);
    assertThat(refused.id()).isEqualTo("e-1");
  }

  @Test
  void anArrayIsNoSingleCloudEvent() {
    byte[] body = "[{}, {}]".getBytes(UTF_8);
    Decoded.Refused refused =
        (Decoded.Refused) decoder.decode(EventFormat.CLOUDEVENT, body, 0, body.length).get(0);

    assertThat(refused.why()).hasMessage("'[...]': expected a JSON object");
    assertThat(refused.to()).isEqualTo(body.length);
  }

  @Test
  void inBinaryModeTheAttributesComeFromHeaders() {
    assertThat(binary(binaryAttributes(), "{\"queue\":\"sales\",\"priority\":2}"))
        .isEqualTo(new Decoded.Valid(EXPECTED));
  }

  @Test
  void inBinaryModeAnEventWithoutDataMayHaveNoBody() {
    Map<String, String> attributes = binaryAttributes();
    attributes.put("type", "io.tideboard.source.restarted");

    assertThat(binary(attributes, "")).isEqualTo(new Decoded.Valid(new SourceRestarted(HEADER)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          specversion | ``       | {}        | '' in specversion: expected 1.0
          time        | noon     | {}        | 'noon' in time: expected an RFC 3339 time such as 2026-03-02T09:30:00.250+01:00
          type        | other    | {}        | 'other' in type: expected a type such as io.tideboard.interaction.queued
          subject     | call-7   | {}        | nothing in queue: expected 1 to 128 characters
          subject     | call-7   | []        | '[...]': expected a JSON object
          subject     | call-7   | {} 1      | line 1, column 4: expected the end after the event
          """)
  void aWrongOneInBinaryModeIsRefused(String name, String value, String body, String message) {
    Map<String, String> attributes = binaryAttributes();
    attributes.put(name, value);
    Decoded.Refused refused = (Decoded.Refused) binary(attributes, body);

    assertThat(refused.why()).hasMessage(message);
    assertThat(refused.id()).isEqualTo("e-1");
    assertThat(refused.to()).isEqualTo(body.length());
  }

  private static Map<String, String> binaryAttributes() {
    return new HashMap<>(
        Map.of(
            "specversion", "1.0",
            "id", "e-1",
            "source", "/pbx/1",
            "type", "io.tideboard.interaction.queued",
            "time", "2026-03-02T08:30:00Z",
            "subject", "call-7"));
  }

  private Decoded binary(Map<String, String> attributes, String data) {
    byte[] body = data.getBytes(UTF_8);
    return decoder.decodeBinary(attributes::get, body, 0, body.length);
  }

  private void assertRead(EventFormat format, String json) {
    byte[] body = json.getBytes(UTF_8);

    assertThat(decoder.decode(format, body, 0, body.length))
        .containsExactly(new Decoded.Valid(EXPECTED));
  }
}
