// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.events.WireName;

/**
 * What is behind an alert. A queue has one open episode of each cause at most, whatever rules see
 * it and on whatever channels, so that nobody is paged twice for it.
 */
public enum AlertCause implements WireName {
  /** More contacts than the queue's team serves in time. */
  DEMAND,
  /** Customers are unhappy. */
  FEEDBACK,
  /** The figures themselves cannot be trusted. */
  DATA
}
