// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tideboard.events.InvalidEvent;
import java.time.Instant;

/** An event socket that says anything. */
class EventSocketFuzzTest {

  private static final Instant NOW = Instant.ofEpochSecond(Callcenter.START);

  @FuzzTest(maxDuration = "5s")
  void whateverItSaysIsReadOrRefused(FuzzedDataProvider data) {
    CallcenterEvents events =
        new CallcenterEvents(FreeSwitchOptions.of("fs"), new CallcenterState());
    EslDecoder decoder = new EslDecoder(4096, frame -> hear(events, frame));
    while (data.remainingBytes() > 0) {
      byte[] some = data.consumeBytes(data.consumeInt(1, 512));
      decoder.read(some, 0, some.length);
      events.tick(NOW.plusSeconds(data.consumeInt(0, 100)));
    }
  }

  private static void hear(CallcenterEvents events, EslFrame frame) {
    try {
      EslEvent event = EslEvent.of(frame);
      if (event != null) {
        events.on(event, NOW);
      }
    } catch (InvalidEvent e) {
      // Said to be an event, and is none: that is an answer.
    }
  }
}
