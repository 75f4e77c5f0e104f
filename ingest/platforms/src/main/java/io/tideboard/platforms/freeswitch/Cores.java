// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import io.tideboard.events.EventDraft;
import io.tideboard.events.EventType;
import io.tideboard.platforms.telephony.EventIds;
import io.tideboard.platforms.telephony.Times;

/** Whether FreeSWITCH has started anew: every start has a core of another UUID. */
final class Cores {

  /** On a first connection, a start longer ago than this closes nothing that is still open. */
  private static final long HORIZON_SECONDS = 86_400;

  private final CallcenterState state;
  private final Agents agents;

  Cores(CallcenterState state, Agents agents) {
    this.state = state;
    this.agents = agents;
  }

  /** An event of that core, empty where it does not say. */
  void seen(Happening happening, String uuid) {
    if (uuid.isEmpty() || uuid.equals(state.core)) {
      return;
    }
    if (state.core != null) {
      restarted(happening, uuid, happening.at() - 1);
    }
    state.core = uuid;
  }

  void answers(Happening happening, String uuid, long upSeconds) {
    String clean = EventIds.fit(uuid);
    if (clean.isEmpty() || clean.equals(state.core)) {
      return;
    }
    boolean first = state.core == null;
    if (!first || (upSeconds >= 0 && upSeconds <= HORIZON_SECONDS)) {
      long up = Math.min(Math.max(0, upSeconds), HORIZON_SECONDS);
      restarted(happening, clean, happening.at() - up * Times.SECOND);
    }
    state.core = clean;
  }

  private void restarted(Happening happening, String uuid, long at) {
    Happening restart = new Happening(EventIds.of(uuid, "start"), at, happening.told());
    restart.tell(EventType.SOURCE_RESTARTED, at, new EventDraft(EventType.SOURCE_RESTARTED));
    state.members.clear();
    state.wrapUps.clear();
    agents.dropped(restart);
  }
}
