// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** The Kafka topics, by their fixed names. */
public final class Topics {

  /** Every accepted event, in the compact form, keyed by {@link Event#key()}. */
  public static final String EVENTS = "tideboard.events";

  /** What could not be accepted, with the reason and the original bytes, keyed by source. */
  public static final String REJECTED = "tideboard.rejected";

  /** Queue definitions, keyed by queue, compacted. */
  public static final String CONFIG = "tideboard.config";

  /** Live snapshots, keyed by queue/channel, compacted. */
  public static final String QUEUES = "tideboard.queues";

  /** Live agent states, keyed by agent, compacted. */
  public static final String AGENTS = "tideboard.agents";

  /** Interval KPIs, keyed by queue/channel/start/basis, compacted. */
  public static final String INTERVALS = "tideboard.intervals";

  /** Breaches and at-risk warnings, keyed by breach id. */
  public static final String BREACHES = "tideboard.breaches";

  /** Contacts that gave up waiting, one by one, keyed by interaction/queue/offered. */
  public static final String ABANDONS = "tideboard.abandons";

  /** Demand and staffing by interval, keyed by queue/channel/start, compacted. */
  public static final String FORECASTS = "tideboard.forecasts";

  /** Alert episodes, keyed by their id, compacted. */
  public static final String ALERTS = "tideboard.alerts";

  /** What the notifier has delivered of them, keyed by receiver and cause, compacted. */
  public static final String DELIVERIES = "tideboard.deliveries";

  private Topics() {}
}
