// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import java.io.Serializable;

/**
 * From which value on something is a warning, and critical. 0 for never.
 *
 * @param warning 0 or more
 * @param critical 0, or no less than {@code warning}
 */
public record Limits(double warning, double critical) implements Serializable {

  /** What is not watched. */
  public static final Limits NEVER = new Limits(0, 0);

  public Limits {
    if (!(warning >= 0) || !(critical >= 0)) {
      throw new IllegalArgumentException(
          warning + " and " + critical + " as limits: expected 0 or more");
    }
    if (critical > 0 && critical < warning) {
      throw new IllegalArgumentException(
          critical + " as critical limit: expected no less than the warning's, " + warning);
    }
  }

  /** The limits times something. */
  Limits times(double factor) {
    return new Limits(warning * factor, critical * factor);
  }

  /** None above that, so that they can be reached. */
  Limits atMost(double most) {
    return new Limits(Math.min(warning, most), Math.min(critical, most));
  }

  /**
   * Where a value stands.
   *
   * @param near the share of the lower limit from which on an open episode does not end
   */
  Level of(double value, double near) {
    if (critical > 0 && value >= critical) {
      return Level.CRITICAL;
    }
    if (warning > 0 && value >= warning) {
      return Level.WARNING;
    }
    double lowest = warning > 0 ? warning : critical;
    return lowest > 0 && value >= lowest * near ? Level.NEAR : Level.CLEAR;
  }

  /** The limit that a value has reached. */
  double reached(Level level) {
    return level == Level.CRITICAL || warning == 0 ? critical : warning;
  }
}
