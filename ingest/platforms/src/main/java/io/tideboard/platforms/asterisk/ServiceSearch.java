// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.asterisk.Call.Service;
import io.tideboard.platforms.telephony.Times;
import org.jspecify.annotations.Nullable;

/**
 * Whose message it is. In an attended transfer channels swap places: the transfer is logged under
 * the id of the call that the agent made, and that call is answered under the id of the customer's.
 */
final class ServiceSearch {

  /** Both ends of a duration are whole seconds. */
  private static final long ROUNDING = 2 * Times.SECOND;

  private final PbxState state;

  ServiceSearch(PbxState state) {
    this.state = state;
  }

  @Nullable Call find(String id) {
    Call call = state.calls.get(id);
    if (call != null && !call.over()) {
      return call;
    }
    String alias = state.aliases.get(id);
    Call other = alias == null ? null : state.calls.get(alias);
    return other == null ? call : other;
  }

  /**
   * The call that waits in that queue: by its id, or the one as which it goes on, or, when it left
   * an agent by a transfer, the one that joined just when this one's hold time began.
   */
  @Nullable Call waiter(Leg leg, long joinedAt) {
    Call call = find(leg.call());
    if (call == null || call.waits(leg.queue()) || !call.moved) {
      return call;
    }
    for (Call other : state.calls.values()) {
      if (other.waits(leg.queue()) && Math.abs(other.joinedAt - joinedAt) < Times.SECOND) {
        state.aliases.put(leg.call(), other.id);
        return other;
      }
    }
    return call;
  }

  /** The call in the service of that queue and agent: by its id, or else by whom it talks to. */
  @Nullable Call served(Leg leg, long answeredAt) {
    Call call = find(leg.call());
    if (call != null && of(call, leg, answeredAt) != null) {
      return call;
    }
    for (Call other : state.calls.values()) {
      Service service = of(other, leg, answeredAt);
      if (service != null && Math.abs(service.answeredAt - answeredAt) <= ROUNDING) {
        return other;
      }
    }
    return null;
  }

  /** Ends the service of that queue and agent. */
  Service remove(Call call, Leg leg, long answeredAt) {
    Service service = of(call, leg, answeredAt);
    if (service == null) {
      throw new IllegalStateException(leg + " is not in service in " + call.id);
    }
    call.services.remove(service);
    return service;
  }

  /** The call goes on under the id that its transfer was logged with, if that is another call's. */
  void swap(Call call, String loggedWith) {
    Call other = state.calls.get(loggedWith);
    if (other != null && other != call && !other.over()) {
      state.aliases.put(call.id, other.id);
    }
  }

  private static @Nullable Service of(Call call, Leg leg, long answeredAt) {
    Service best = null;
    for (Service service : call.services) {
      boolean named = service.queue.equals(leg.queue()) && service.agent.equals(leg.agent());
      if (named && (best == null || nearer(service, best, answeredAt))) {
        best = service;
      }
    }
    return best;
  }

  private static boolean nearer(Service one, Service than, long at) {
    return Math.abs(one.answeredAt - at) < Math.abs(than.answeredAt - at);
  }
}
