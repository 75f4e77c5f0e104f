// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.DequeueReason;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Party;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.telephony.EventIds;
import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;
import io.tideboard.platforms.telephony.Told;
import java.time.Instant;

/**
 * Lines of Asterisk's queue log as events. The ids are made of the line's offset in the file, its
 * time, call and event: the same line gives the same ids, and one that a later file has at the same
 * offset gives others. No clock and no input: what must be remembered is handed in.
 */
public final class QueueLogEvents {

  private final AsteriskOptions options;
  private final PbxState state;
  private final CallBook calls;
  private final MemberLines members;

  /**
   * Goes on from that state.
   *
   * @param state changed by every line
   */
  public QueueLogEvents(AsteriskOptions options, PbxState state) {
    this.options = options;
    this.state = state;
    AgentBook agents = new AgentBook(state, options, false);
    this.calls = new CallBook(state, agents, options);
    this.members = new MemberLines(agents);
  }

  /**
   * What a line tells.
   *
   * @param text without its end
   * @param offset of its first byte in the file
   */
  public Translation on(String text, long offset) {
    Told told = new Told(options.source());
    QueueLogLine line = QueueLogLine.of(text);
    if (line == null) {
      // The line itself may name a caller, so it is not repeated.
      told.refuse(
          new InvalidEvent(
              ErrorCode.INVALID_VALUE,
              "queue_log, byte " + offset,
              null,
              "time|callid|queue|agent|event|data, in seconds since 1970"));
      return told.translation();
    }
    WrapUp.end(state, line.at(), calls, told);
    String id = EventIds.of(offset, line.at() / Times.SECOND, line.leg().call(), line.event());
    tell(new Entry(id, line.at(), told), line);
    state.tidy(line.at(), PbxState.MINUTE);
    return told.translation();
  }

  /** Time has gone on without a line: after-call work that ends by itself has ended. */
  public Translation tick(Instant now) {
    Told told = new Told(options.source());
    WrapUp.end(state, Times.micros(now), calls, told);
    return told.translation();
  }

  private void tell(Entry entry, QueueLogLine line) {
    Leg leg = line.leg();
    switch (line.event()) {
      case "ENTERQUEUE" ->
          calls.joined(entry, leg, new Caller(Texts.caller(line.data(1)), java.util.Map.of()));
      case "CONNECT" -> {
        calls.answered(entry, leg, Lasted.ofSeconds(line.data(0), null));
        long ring = Lasted.ofSeconds(line.data(2), null).hold();
        if (ring >= 0) {
          calls.offered(entry, leg, entry.at() - ring);
        }
      }
      case "COMPLETEAGENT" -> calls.completed(entry, leg, Party.AGENT, lasted(line, 0));
      case "COMPLETECALLER" -> calls.completed(entry, leg, Party.CUSTOMER, lasted(line, 0));
      case "BLINDTRANSFER", "TRANSFER" -> calls.transferred(entry, leg, lasted(line, 2));
      case "ATTENDEDTRANSFER" -> calls.transferred(entry, leg, lasted(line, afterBridge(line)));
      case "ABANDON" -> calls.abandoned(entry, leg, Lasted.ofSeconds(line.data(2), null));
      case "EXITWITHTIMEOUT" -> left(entry, line, DequeueReason.TIMEOUT, 2);
      case "EXITWITHKEY" -> left(entry, line, DequeueReason.EXIT_KEY, 3);
      case "EXITEMPTY", "LEAVEEMPTY" -> left(entry, line, DequeueReason.NO_AGENTS, 2);
      case "WITHDRAW" -> left(entry, line, DequeueReason.WITHDRAWN, 2);
      case "QUEUESTART" -> calls.restarted(entry);
      default -> {
        if (!RingLines.tell(calls, entry, line) && !members.tell(entry, line)) {
          entry.told().ignore(line.event());
        }
      }
    }
  }

  private void left(Entry entry, QueueLogLine line, DequeueReason reason, int wait) {
    // The dialect LEAVEEMPTY is also written for callers who never came in.
    Call call = calls.find(line.leg().call());
    if (line.event().equals("LEAVEEMPTY") && (call == null || !call.waits(line.leg().queue()))) {
      entry.told().ignore(line.event());
      return;
    }
    calls.left(entry, line.leg(), reason, Lasted.ofSeconds(line.data(wait), null));
  }

  private static Lasted lasted(QueueLogLine line, int hold) {
    return Lasted.ofSeconds(line.data(hold), line.data(hold + 1));
  }

  /** {@code BRIDGE|x} and {@code APP|x} take two parts, {@code LINK|a|b} takes three. */
  private static int afterBridge(QueueLogLine line) {
    return "LINK".equals(line.data(0)) ? 3 : 2;
  }
}
