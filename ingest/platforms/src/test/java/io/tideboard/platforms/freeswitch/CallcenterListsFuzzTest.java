// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;

/** Lists of mod_callcenter that hold anything. */
class CallcenterListsFuzzTest {

  private static final Instant NOW = Instant.ofEpochSecond(Callcenter.START);

  @FuzzTest(maxDuration = "5s")
  void whateverTheyHoldIsReadOrIgnored(FuzzedDataProvider data) {
    CallcenterEvents events =
        new CallcenterEvents(FreeSwitchOptions.of("fs"), new CallcenterState());
    String queues = data.consumeString(200);
    String members = data.consumeString(400);
    String agents = data.consumeString(400);
    events.lists(
        new CallcenterLists(queues, members, agents, data.consumeRemainingAsString()), NOW);
  }
}
