// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.Translation;
import io.tideboard.platforms.telephony.EventIds;
import io.tideboard.platforms.telephony.Told;
import java.time.Instant;

/**
 * Messages of Asterisk's manager interface as events. The ids are made of the channel's unique id,
 * the event and its time, so that two gateways on one Asterisk tell the same. No clock and no
 * input: what must be remembered is handed in, and time is an argument. Not for several threads.
 */
public final class ManagerEvents {

  private final AsteriskOptions options;
  private final PbxState state;
  private final PbxClock clock = new PbxClock();
  private final Boots boots = new Boots();
  private final CallBook calls;
  private final Exits exits;
  private final CallerMessages callers;
  private final AgentMessages agents;
  private final MemberMessages members;
  private final StatusReply status;

  /**
   * Goes on from that state.
   *
   * @param state changed by every message
   */
  public ManagerEvents(AsteriskOptions options, PbxState state) {
    this.options = options;
    this.state = state;
    AgentBook book = new AgentBook(state, options, true);
    this.calls = new CallBook(state, book, options);
    this.exits = new Exits(calls);
    this.callers = new CallerMessages(calls, exits, state);
    this.agents = new AgentMessages(calls, exits, state);
    this.members = new MemberMessages(book, options);
    this.status = new StatusReply(state, calls, exits, members);
  }

  /**
   * What a message tells.
   *
   * @param receivedAt when it arrived; its own time counts before it
   */
  public Translation on(AmiMessage message, Instant receivedAt) {
    Told told = new Told(options.source());
    long at = clock.at(message, receivedAt);
    restart(message, at, told);
    goOn(at, told);
    Entry entry = entry(message, at, told);
    boolean concerns =
        callers.tell(entry, message)
            || agents.tell(entry, message)
            || members.tell(entry, message)
            || status.tell(entry, message);
    if (!concerns && !message.event().isEmpty()) {
      told.ignore(message.event());
    }
    state.tidy(at, PbxState.HOUR);
    return told.translation();
  }

  /** Time has gone on without a message: what was waiting for more to be said is settled. */
  public Translation tick(Instant now) {
    Told told = new Told(options.source());
    goOn(clock.at(now), told);
    exits.tidy();
    return told.translation();
  }

  /** The connection is gone. Whatever happens until the next one is never told. */
  public void disconnected() {
    boots.disconnected(clock.latest());
    exits.disconnected();
    status.forget();
  }

  private void restart(AmiMessage message, long at, Told told) {
    if (message.event().equals("FullyBooted")) {
      boots.fullyBooted(message);
      return;
    }
    Long bootedAt = boots.since(at);
    if (bootedAt != null) {
      calls.restarted(new Entry(EventIds.of("FullyBooted", bootedAt), bootedAt, told));
      exits.forget();
    }
  }

  private void goOn(long at, Told told) {
    WrapUp.end(state, at, calls, told);
    exits.settle(at, told);
  }

  private static Entry entry(AmiMessage message, long at, Told told) {
    String about = message.text("Uniqueid");
    String other = message.text("DestUniqueid");
    String id =
        about.isEmpty()
            ? EventIds.of(message.event(), message.text("Queue"), at)
            : EventIds.of(about, message.event(), at);
    return new Entry(other.isEmpty() ? id : id + "/" + other, at, told);
  }
}
