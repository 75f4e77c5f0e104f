// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.DequeueReason;
import io.tideboard.platforms.telephony.Times;
import io.tideboard.platforms.telephony.Told;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How callers leave a queue. Asterisk says {@code QueueCallerAbandon} of everyone who left unserved
 * but by a key: of those who gave up, and also of those who ran into the time limit, an empty queue
 * or a withdrawal. So an abandon waits for what is said next of the same channel:
 *
 * <ol>
 *   <li>a hangup was asked for before it: the caller gave up;
 *   <li>{@code QUEUESTATUS} is set, a step of the dialplan or another queue follows: the caller
 *       went on;
 *   <li>the channel ends with none of these: the caller gave up;
 *   <li>nothing for two seconds: the caller is still there, so it went on.
 * </ol>
 *
 * A caller who leaves without an abandon, and without an agent having picked up, left by a key.
 */
final class Exits {

  private static final long PATIENCE = 2 * Times.SECOND;

  private static final class Exit {
    boolean hangupRequested;
    boolean pickedUp;
    String busyAgent = "";
    @Nullable Entry abandon;

    /** That it left after an agent had picked up, who should be told of next. */
    @Nullable Entry leave;

    Leg leg = new Leg("", "", "");
    Lasted lasted = Lasted.UNSAID;
    boolean cutOff;
  }

  private final CallBook calls;
  private final Map<String, Exit> exits = new HashMap<>();

  Exits(CallBook calls) {
    this.calls = calls;
  }

  /** Whether something of that channel is of concern: it waits, or has just left. */
  boolean concerns(String id) {
    Call call = calls.find(id);
    return exits.containsKey(id) || (call != null && call.waitingIn != null);
  }

  void abandoned(Entry entry, Leg leg, Lasted lasted) {
    Call call = calls.find(leg.call());
    Exit exit = exits.computeIfAbsent(leg.call(), unknown -> new Exit());
    boolean twice = exit.abandon != null || (call != null && !call.waits(leg.queue()));
    if (twice) {
      return;
    }
    if (exit.hangupRequested) {
      exits.remove(leg.call());
      calls.abandoned(entry, leg, lasted);
    } else {
      exit.abandon = entry;
      exit.leg = leg;
      exit.lasted = lasted;
    }
  }

  void left(Entry entry, Leg leg) {
    Exit exit = exits.computeIfAbsent(leg.call(), unknown -> new Exit());
    Call call = calls.find(leg.call());
    if (exit.abandon != null || call == null || !call.waits(leg.queue())) {
      return;
    }
    if (exit.pickedUp) {
      exit.leave = entry;
      exit.leg = leg;
    } else {
      exits.remove(leg.call());
      calls.left(entry, leg, DequeueReason.EXIT_KEY);
    }
  }

  void hangupRequested(Entry entry, String call, String event) {
    Exit exit = exits.computeIfAbsent(call, unknown -> new Exit());
    if (exit.abandon == null) {
      exit.hangupRequested = true;
    } else if (event.equals("HangupRequest")) {
      // Who hangs up after it was still there at the time.
      wentOn(entry.told(), exit, DequeueReason.TIMEOUT);
      exits.remove(call);
    }
  }

  void dialled(String call, String agentChannel, String status) {
    Exit exit = exits.computeIfAbsent(call, unknown -> new Exit());
    // Others who rang are told to stop after it, so that only the next offer takes it back.
    exit.pickedUp |= status.equals("ANSWER");
    exit.busyAgent = status.equals("BUSY") ? agentChannel : exit.busyAgent;
  }

  /** Whether the offer to that channel ended because it was busy or refused the call. */
  boolean refused(String call, String agentChannel) {
    Exit exit = exits.get(call);
    return exit != null && !agentChannel.isEmpty() && exit.busyAgent.equals(agentChannel);
  }

  /** It rings at an agent anew: whoever had picked up let the caller go, and it waits on. */
  void offered(String call) {
    Exit exit = exits.get(call);
    if (exit != null) {
      exit.pickedUp = false;
    }
  }

  /** Whether it is not settled yet how that call left. */
  boolean pending(String call) {
    Exit exit = exits.get(call);
    return exit != null && exit.abandon != null;
  }

  void answered(String call) {
    exits.remove(call);
  }

  void queueStatus(Entry entry, String call, String status) {
    Exit exit = exits.remove(call);
    if (exit != null) {
      wentOn(
          entry.told(),
          exit,
          switch (status) {
            case "LEAVEEMPTY", "JOINEMPTY", "LEAVEUNAVAIL", "JOINUNAVAIL" ->
                DequeueReason.NO_AGENTS;
            case "WITHDRAW" -> DequeueReason.WITHDRAWN;
            case "FULL" -> DequeueReason.OVERFLOW;
            default -> DequeueReason.TIMEOUT;
          });
    }
  }

  void movedOn(Entry entry, String call) {
    Exit exit = exits.get(call);
    if (exit != null && exit.abandon != null) {
      exits.remove(call);
      wentOn(entry.told(), exit, DequeueReason.TIMEOUT);
    }
  }

  void hungUp(Entry entry, String id) {
    Exit exit = exits.remove(id);
    if (exit != null && exit.abandon != null) {
      gaveUp(entry.told(), exit);
    }
    if (exit != null && exit.leave != null) {
      // Whoever had picked up had let go again.
      Entry leave = new Entry(exit.leave.id(), exit.leave.at(), entry.told());
      calls.left(leave, exit.leg, DequeueReason.EXIT_KEY);
    }
    Call call = calls.find(id);
    if (call != null && call.id.equals(id)) {
      calls.hungUp(entry, call);
    }
  }

  /** What was said before is all that will be said of whoever was leaving. */
  void disconnected() {
    exits.values().removeIf(exit -> exit.abandon == null);
    exits.values().forEach(exit -> exit.cutOff = true);
  }

  void forget() {
    exits.clear();
  }

  /** Forgets those of whom nothing is open, as when the end of a call was never told. */
  void tidy() {
    exits
        .entrySet()
        .removeIf(each -> each.getValue().abandon == null && calls.find(each.getKey()) == null);
  }

  void settle(long now, Told told) {
    for (Iterator<Exit> waiting = exits.values().iterator(); waiting.hasNext(); ) {
      Exit exit = waiting.next();
      if (exit.abandon != null && now - exit.abandon.at() > PATIENCE) {
        waiting.remove();
        if (exit.cutOff) {
          gaveUp(told, exit);
        } else {
          wentOn(told, exit, DequeueReason.TIMEOUT);
        }
      }
    }
  }

  private void gaveUp(Told told, Exit exit) {
    Entry abandon = exit.abandon;
    if (abandon != null) {
      calls.abandoned(new Entry(abandon.id(), abandon.at(), told), exit.leg, exit.lasted);
    }
  }

  private void wentOn(Told told, Exit exit, DequeueReason reason) {
    Entry abandon = exit.abandon;
    if (abandon != null) {
      Entry then = new Entry(abandon.id(), abandon.at(), told);
      calls.left(then, exit.leg, reason, exit.lasted);
    }
  }
}
