// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Whatever Asterisk says, it is read or refused, and nothing is thrown. In the suite with what is
 * in {@code AsteriskFuzzTestInputs}; guided by coverage with {@code JAZZER_FUZZ=1} set and one of
 * the methods as the test.
 */
class AsteriskFuzzTest {

  private static final Instant NOW = Instant.ofEpochSecond(Heard.START);

  @FuzzTest(maxDuration = "10s")
  void aManagerConnection(FuzzedDataProvider data) {
    ManagerEvents events = new ManagerEvents(AsteriskOptions.of("pbx"), new PbxState());
    AmiDecoder decoder = new AmiDecoder(4096, message -> events.on(message, NOW));
    while (data.remainingBytes() > 0) {
      byte[] some = data.consumeBytes(data.consumeInt(1, 512));
      decoder.read(some, 0, some.length);
      if (data.consumeBoolean()) {
        events.disconnected();
      }
      events.tick(NOW.plusSeconds(data.consumeInt(0, 100)));
    }
  }

  @FuzzTest(maxDuration = "10s")
  void aQueueLog(byte[] data) throws java.io.IOException {
    PbxState state = new PbxState();
    QueueLogEvents events = new QueueLogEvents(AsteriskOptions.of("pbx"), state);
    long offset = 0;
    for (String line : new String(data, StandardCharsets.UTF_8).split("\n", -1)) {
      events.on(line, offset);
      offset += line.length() + 1;
    }
    PbxState.of(state.bytes());
  }
}
