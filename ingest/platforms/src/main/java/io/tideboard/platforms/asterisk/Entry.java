// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.EventDraft;
import io.tideboard.events.EventType;
import io.tideboard.platforms.telephony.Told;

/**
 * One message or line of Asterisk while it is translated.
 *
 * @param id what its events' ids begin with
 * @param at when it happened, in microseconds
 * @param told where its events go
 */
record Entry(String id, long at, Told told) {

  /** An event of this entry, which happened at that time. */
  void tell(EventType type, long micros, EventDraft draft) {
    String wire = type.wire();
    told.tell(id + "/" + wire.substring(wire.indexOf('.') + 1), micros, draft);
  }

  /** What this entry tells of a time so many microseconds ago, which nobody told then. */
  Entry missed(long ago) {
    return new Entry(id + "/missed", at - ago, told);
  }

  Entry named(String more) {
    return new Entry(id + "/" + more, at, told);
  }
}
