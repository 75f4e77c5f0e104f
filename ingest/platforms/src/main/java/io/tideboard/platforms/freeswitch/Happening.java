// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import io.tideboard.events.Channel;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.platforms.telephony.Told;

/**
 * One event of FreeSWITCH while it is translated.
 *
 * @param id what its events' ids begin with
 * @param at when it happened, in microseconds
 * @param told where its events go
 */
record Happening(String id, long at, Told told) {

  void tell(EventType type, long micros, EventDraft draft) {
    String wire = type.wire();
    told.tell(id + "/" + wire.substring(wire.indexOf('.') + 1), micros, draft);
  }

  static EventDraft draft(EventType type, String member, String queue, String agent) {
    return new EventDraft(type)
        .set(EventField.INTERACTION, member)
        .set(EventField.CHANNEL, Channel.VOICE)
        .set(EventField.QUEUE, queue)
        .set(EventField.AGENT, agent);
  }
}
