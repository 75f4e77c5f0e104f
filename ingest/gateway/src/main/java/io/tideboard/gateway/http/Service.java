// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

/** What all connections share. */
public final class Service {

  private final Limits limits;
  private final Senders senders;
  private final EventIntake intake;
  private final HookIntake hooks;
  private final Pages pages;

  /** Takes events, and the platforms' hooks, shows pages, within limits. */
  public Service(Limits limits, EventIntake intake, HookIntake hooks, Pages pages) {
    this.limits = limits;
    this.senders = new Senders(limits.load());
    this.intake = intake;
    this.hooks = hooks;
    this.pages = pages;
  }

  /** Connections that are open. */
  public int connections() {
    return senders.connections();
  }

  /** Bytes of bodies not yet answered. */
  public long bytesUnderWay() {
    return senders.bytesUnderWay();
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

  HookIntake hooks() {
    return hooks;
  }

  Pages pages() {
    return pages;
  }
}
