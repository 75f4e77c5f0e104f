// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.SampleEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader of this version meets values of a later one. */
class CompactEvolutionTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T08:31:00Z");

  private interface Later {
    void write(CodedOutputStream out) throws IOException;
  }

  static List<Event> samples() {
    return SampleEvents.ofEveryType();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fieldsThatALaterVersionAddsAreSkipped(Event event) throws IOException {
    byte[] value = with(CompactForm.encode(event, RECEIVED), CompactEvolutionTest::newFields);

    assertThat(CompactForm.decode(value)).isEqualTo(new AcceptedEvent(event, RECEIVED));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void newFieldsMayAlsoStandFirst(Event event) throws IOException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.writeBytes(with(new byte[0], CompactEvolutionTest::newFields));
    value.writeBytes(CompactForm.encode(event, RECEIVED));

    assertThat(CompactForm.decode(value.toByteArray()))
        .isEqualTo(new AcceptedEvent(event, RECEIVED));
  }

  @Test
  void aKnownNumberWithAnotherWireTypeIsSkipped() throws IOException {
    Event event = samples().get(1);
    byte[] value =
        with(
            CompactForm.encode(event, RECEIVED),
            out -> {
              out.writeFixed64(8, 1);
              out.writeInt32(13, 1);
              out.writeString(14, "urgent");
            });

    assertThat(CompactForm.decode(value).event()).isEqualTo(event);
  }

  @Test
  void fieldsAddedToNestedMessagesAreSkipped() throws IOException {
    Event event = samples().get(0);
    byte[] value =
        with(
            CompactForm.encode(event, RECEIVED),
            out -> {
              byte[] attribute =
                  with(
                      new byte[0],
                      nested -> {
                        nested.writeString(1, "tier");
                        nested.writeString(2, "gold");
                        nested.writeString(9, "new");
                      });
              out.writeByteArray(13, attribute);
            });

    assertThat(((InteractionEvent) CompactForm.decode(value).event()).contact().attributes())
        .containsEntry("tier", "gold")
        .containsEntry("language", "de");
  }

  @Test
  void aNewChoiceIsNotSaidWhereTheEventCanDoWithout() throws IOException {
    byte[] value =
        with(CompactForm.encode(samples().get(0), RECEIVED), out -> out.writeInt32(7, 99));
    byte[] state =
        with(
            CompactForm.encode(samples().get(19), RECEIVED),
            out -> out.writeBytes(26, ByteString.copyFrom(new byte[] {8, 99, 16, 2})));

    assertThat(((InteractionEvent) CompactForm.decode(value).event()).contact().channel()).isNull();
    assertThat(((AgentStateChanged) CompactForm.decode(state).event()).capacity()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7  | 17 | number 99 | author | one of customer, agent, bot, system
          19 | 15 | number 99 | state  | one of available, busy, wrap_up, break, training, meeting, away, offline
          18 | 21 | number 99 | kind   | one of csat, nps, ces
          """)
  void aNewChoiceThatTheEventNeedsRefusesIt(
      int sample, int number, String value, String field, String expected) throws IOException {
    byte[] later =
        with(
            CompactForm.encode(samples().get(sample), RECEIVED), out -> out.writeInt32(number, 99));

    assertRefused(
        later, ErrorCode.INVALID_VALUE, "'" + value + "' in " + field + ": expected " + expected);
  }

  @Test
  void anEventOfANewTypeIsRefusedAsUnknown() throws IOException {
    byte[] value =
        with(CompactForm.encode(samples().get(0), RECEIVED), out -> out.writeInt32(2, 25));

    assertRefused(
        value, ErrorCode.UNKNOWN_TYPE, "'number 25' in type: expected a number from 1 to 24");
    assertThat(CompactForm.receivedAtMicros(value)).isEqualTo(Micros.of(RECEIVED));
  }

  private static void newFields(CodedOutputStream out) throws IOException {
    out.writeInt64(40, -1);
    out.writeFixed64(41, 7);
    out.writeString(42, "new");
    out.writeTag(43, WireFormat.WIRETYPE_START_GROUP);
    out.writeInt32(1, 5);
    out.writeTag(43, WireFormat.WIRETYPE_END_GROUP);
    out.writeFixed32(44, 7);
    out.writeString(100_000, "far");
  }

  private static byte[] with(byte[] value, Later later) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(value);
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    later.write(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static void assertRefused(byte[] value, ErrorCode code, String message) {
    assertThatThrownBy(() -> CompactForm.decode(value))
        .isInstanceOfSatisfying(
            InvalidEvent.class, invalid -> assertThat(invalid.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
