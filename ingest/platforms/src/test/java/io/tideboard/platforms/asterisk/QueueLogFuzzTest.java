// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A queue log that holds anything. */
class QueueLogFuzzTest {

  @FuzzTest(maxDuration = "5s")
  void whateverItHoldsIsReadOrRefused(byte[] data) throws IOException {
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
