// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.tideboard.gateway.access.Access;

/** What all connections share. */
public final class Service {

  private final Limits limits;
  private final Senders senders;
  private final EventIntake intake;
  private final Access access;
  private final HookIntake hooks;
  private final Pages pages;

  /** Takes events and the platforms' hooks, and shows pages, within limits. */
  public Service(Limits limits, Access access, Intakes intakes, Pages pages) {
    this.limits = limits;
    this.senders = new Senders(limits.load());
    this.access = access;
    this.intake = intakes.events();
    this.hooks = intakes.hooks();
    this.pages = pages;
  }

  /** What takes events that are sent, and what platforms tell. */
  public record Intakes(EventIntake events, HookIntake hooks) {}

  /** Connections that are open. */
  public int connections() {
    return senders.connections();
  }

  /** Bytes of bodies not yet answered. */
  public long bytesUnderWay() {
    return senders.bytesUnderWay();
  }

  /** Every status that is answered. */
  public Iterable<Integer> statuses() {
    return senders.answers().statuses();
  }

  /** How many answers had that status. */
  public long answers(int status) {
    return senders.answers().of(status);
  }

  Limits limits() {
    return limits;
  }

  Senders senders() {
    return senders;
  }

  EventIntake intake() {
    return intake;
  }

  Access access() {
    return access;
  }

  HookIntake hooks() {
    return hooks;
  }

  Pages pages() {
    return pages;
  }
}
