// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AmiDecoderTest {

  private static final byte[] RECORDING = Heard.recording("ami-2-cut-off.txt");
  private static final List<AmiMessage> WHOLE = read(RECORDING, List.of(RECORDING.length));

  @Property(tries = 200)
  void anySplitOfTheBytesGivesTheSameMessages(
      @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 1, max = 400) Integer> parts) {
    assertThat(read(RECORDING, parts)).isEqualTo(WHOLE);
  }

  @Test
  void oneByteAtATimeGivesTheSameMessages() {
    assertThat(read(RECORDING, List.of(1))).isEqualTo(WHOLE);
  }

  @Test
  void theGreetingIsAMessageOfItsOwn() {
    assertThat(WHOLE.get(0).get(AmiMessage.GREETING)).isEqualTo("Asterisk Call Manager/11.0.0");
    assertThat(WHOLE.get(1).get("response")).isEqualTo("Success");
  }

  @Test
  void aMessageThatIsTooLongIsDroppedAndTheNextOneIsRead() {
    List<AmiMessage> read = new ArrayList<>();
    AmiDecoder decoder = new AmiDecoder(1024, read::add);
    byte[] bytes =
        ("A: "
                + "x".repeat(5000)
                + "\r\nB: 1\r\n\r\n"
                + "C: y\r\n".repeat(300)
                + "\r\nEvent: Last\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    decoder.read(bytes, 0, bytes.length);
    assertThat(read).extracting(AmiMessage::event).containsExactly("Last");
    assertThat(decoder.dropped()).isEqualTo(2);
  }

  @Test
  void ofAFieldThatComesTwiceTheFirstCountsAndAColonInAValueStays() {
    List<AmiMessage> read = new ArrayList<>();
    byte[] bytes = "Event: A\nX: 1:2: 3\nX: 4\nnothing\n: y\n\n".getBytes(StandardCharsets.UTF_8);
    new AmiDecoder(1024, read::add).read(bytes, 0, bytes.length);
    assertThat(read.get(0).get("X")).isEqualTo("1:2: 3");
  }

  static List<AmiMessage> read(byte[] bytes, List<Integer> parts) {
    List<AmiMessage> read = new ArrayList<>();
    AmiDecoder decoder = new AmiDecoder(65_536, read::add);
    int from = 0;
    for (int i = 0; from < bytes.length; i++) {
      int to = Math.min(bytes.length, from + parts.get(i % parts.size()));
      decoder.read(bytes, from, to);
      from = to;
    }
    return read;
  }
}
