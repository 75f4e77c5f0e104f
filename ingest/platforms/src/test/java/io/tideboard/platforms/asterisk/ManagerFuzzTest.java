// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;

/** A manager connection that says anything, breaks, and waits. */
class ManagerFuzzTest {

  private static final Instant NOW = Instant.ofEpochSecond(Heard.START);

  @FuzzTest(maxDuration = "5s")
  void whateverItSaysIsReadOrDropped(FuzzedDataProvider data) {
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
}
