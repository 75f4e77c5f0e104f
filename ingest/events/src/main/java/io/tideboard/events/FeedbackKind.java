// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** The scale of a satisfaction score: CSAT 1 to 5, NPS 0 to 10, CES 1 to 7. */
public enum FeedbackKind implements WireName {
  CSAT,
  NPS,
  CES;

  /** The lowest score on this scale. */
  public double lowest() {
    return this == NPS ? 0 : 1;
  }

  /** The highest score on this scale. */
  public double highest() {
    return switch (this) {
      case CSAT -> 5;
      case NPS -> 10;
      case CES -> 7;
    };
  }
}
