// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.InvalidEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EslDecoderTest {

  private static final String EVENT =
      "Event-Name: CUSTOM\nEvent-Subclass: callcenter%3A%3Ainfo\nCC-Action: agent-offering\n"
          + "CC-Member-CID-Name: J%C3%BCrgen%20%26%20Co\nCC-Member-CID-Number: %2B4930555\n\n";

  private static final byte[] STREAM =
      ("Content-Type: auth/request\n\n"
              + "Content-Type: command/reply\nReply-Text: +OK accepted\n\n"
              + framed("text/event-plain", EVENT)
              + framed("api/response", "a|b\n1|2\n+OK\n")
              + framed(
                  "text/event-json", "{\"Event-Name\":\"HEARTBEAT\",\"n\":1,\"deep\":{\"x\":1}}")
              + "Content-Type: text/disconnect-notice\n\n")
          .getBytes(StandardCharsets.UTF_8);

  @Property(tries = 300)
  void anySplitOfTheBytesGivesTheSameFrames(
      @ForAll @Size(min = 1, max = 100) List<@IntRange(min = 1, max = 60) Integer> parts) {
    assertThat(texts(read(parts))).isEqualTo(texts(read(List.of(STREAM.length))));
  }

  @Test
  void framesHaveTheirTypesAndBodies() {
    List<EslFrame> frames = read(List.of(1));
    assertThat(frames)
        .extracting(EslFrame::type)
        .containsExactly(
            "auth/request",
            "command/reply",
            "text/event-plain",
            "api/response",
            "text/event-json",
            "text/disconnect-notice");
    assertThat(frames.get(3).text()).isEqualTo("a|b\n1|2\n+OK\n");
  }

  @Test
  void valuesOfPlainEventsAreDecodedAndPlusSignsStay() {
    EslEvent event = EslEvent.of(read(List.of(7)).get(2));
    assertThat(event.get("CC-Member-CID-Name")).isEqualTo("Jürgen & Co");
    assertThat(event.get("CC-Member-CID-Number")).isEqualTo("+4930555");
    EslEvent odd =
        EslEvent.of(
            new EslFrame(Map.of("Content-Type", "text/event-plain"), bytes("A: %zz%4+1%\n")));
    assertThat(odd.get("A")).isEqualTo("%zz%4+1%");
  }

  @Test
  void jsonEventsHoldTheirPlainFields() {
    EslEvent event = EslEvent.of(read(List.of(9)).get(4));
    assertThat(event.headers()).containsOnlyKeys("Event-Name", "n");
  }

  @Test
  void aJsonEventThatIsNoneIsRefused() {
    for (String body : List.of("", "[1]", "{\"a\":", "null", "nonsense", "\0\0\0c{}")) {
      EslFrame frame = new EslFrame(Map.of("Content-Type", "text/event-json"), bytes(body));
      assertThatThrownBy(() -> EslEvent.of(frame)).isInstanceOf(InvalidEvent.class);
    }
  }

  @Test
  void aFrameThatIsTooLongIsPassedOverAndTheNextOneIsRead() {
    List<EslFrame> read = new ArrayList<>();
    EslDecoder decoder = new EslDecoder(1024, read::add);
    byte[] bytes =
        bytes(
            framed("text/event-plain", "A: " + "x".repeat(5000))
                + "Content-Type: auth/request\n\n");
    decoder.read(bytes, 0, bytes.length);
    assertThat(read).extracting(EslFrame::type).containsExactly("auth/request");
    assertThat(decoder.dropped()).isEqualTo(1);
  }

  static String framed(String type, String body) {
    return "Content-Length: " + bytes(body).length + "\nContent-Type: " + type + "\n\n" + body;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(List<EslFrame> frames) {
    return frames.stream().map(frame -> frame.headers() + frame.text()).toList();
  }

  private static List<EslFrame> read(List<Integer> parts) {
    List<EslFrame> read = new ArrayList<>();
    EslDecoder decoder = new EslDecoder(65_536, read::add);
    int from = 0;
    for (int i = 0; from < STREAM.length; i++) {
      int to = Math.min(STREAM.length, from + parts.get(i % parts.size()));
      decoder.read(STREAM, from, to);
      from = to;
    }
    return read;
  }
}
