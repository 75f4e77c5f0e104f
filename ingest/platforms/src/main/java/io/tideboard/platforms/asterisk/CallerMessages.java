// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.Limits;
import io.tideboard.platforms.telephony.EventIds;
import io.tideboard.platforms.telephony.Texts;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Messages of the manager interface about the caller's own channel. */
final class CallerMessages {

  private final CallBook calls;
  private final Exits exits;
  private final PbxState state;

  CallerMessages(CallBook calls, Exits exits, PbxState state) {
    this.calls = calls;
    this.exits = exits;
    this.state = state;
  }

  /** Tells the message, if it is one of these. */
  boolean tell(Entry entry, AmiMessage message) {
    String call = EventIds.fit(message.text("Uniqueid"));
    Leg leg = new Leg(call, message.text("Queue"), "");
    switch (message.event()) {
      case "QueueCallerJoin" -> {
        exits.movedOn(entry, call);
        calls.joined(entry, leg, caller(message));
        Call joined = calls.find(call);
        if (joined != null) {
          joined.linked = EventIds.fit(message.text("Linkedid"));
        }
      }
      case "QueueCallerAbandon" ->
          exits.abandoned(entry, leg, Lasted.ofSeconds(message.get("HoldTime"), null));
      case "QueueCallerLeave" -> exits.left(entry, leg);
      case "HangupRequest", "SoftHangupRequest" -> {
        if (!exits.concerns(call)) {
          return false;
        }
        exits.hangupRequested(entry, call, message.event());
      }
      case "DialEnd" -> {
        if (!exits.concerns(call)) {
          return false;
        }
        exits.dialled(call, message.text("DestUniqueid"), message.text("DialStatus"));
      }
      case "VarSet" -> {
        if (!message.text("Variable").equals("QUEUESTATUS") || message.text("Value").isEmpty()) {
          return false;
        }
        exits.queueStatus(entry, call, message.text("Value"));
      }
      // A caller in the dialplan is still there, unless it is in the extension of the hung-up.
      case "Newexten" -> {
        if (message.text("Extension").equals("h") || !exits.concerns(call)) {
          return false;
        }
        exits.movedOn(entry, call);
      }
      case "Hangup" -> {
        if (!state.calls.containsKey(call)) {
          return false;
        }
        exits.hungUp(entry, call);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** {@code Priority} is not the caller's: it is the line of the dialplan. */
  static Caller caller(AmiMessage message) {
    Map<String, String> attributes = new TreeMap<>();
    String linked = message.text("Linkedid");
    if (!linked.equals(message.text("Uniqueid"))) {
      put(attributes, "linkedid", linked);
    }
    put(attributes, "language", message.get("Language"));
    return new Caller(Texts.caller(message.get("CallerIDNum")), attributes);
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    String cut = Texts.cut(value, Limits.VALUE);
    if (cut != null) {
      attributes.put(name, cut);
    }
  }
}
