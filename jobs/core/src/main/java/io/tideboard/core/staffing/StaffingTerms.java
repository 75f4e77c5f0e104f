// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

/**
 * What agents are asked for, and how they work.
 *
 * @param goal what is promised to those who wait
 * @param patienceSeconds mean patience of those who wait, above 0; infinite where nobody gives up
 * @param working how agents work
 */
public record StaffingTerms(Goal goal, double patienceSeconds, Working working) {

  /**
   * A share of all contacts to be answered in time.
   *
   * @param thresholdSeconds in which, 0 or more
   * @param target which share, above 0 to 1
   */
  public record Goal(double thresholdSeconds, double target) {
    public Goal {
      require(thresholdSeconds >= 0, thresholdSeconds, "threshold", "0 or more");
      require(target > 0 && target <= 1, target, "target", "a share above 0, up to 1");
    }

    boolean isMetBy(WaitingModel model) {
      return model.serviceLevel(thresholdSeconds) >= target - Ceiling.SLACK;
    }
  }

  /**
   * @param concurrency contacts that one agent serves at a time, at least 1: chat has more
   * @param shrinkage share of the paid time in which an agent is not there, from 0, below 1
   * @param maxOccupancy share of the time for which an agent may be busy, above 0 to 1
   */
  public record Working(double concurrency, double shrinkage, double maxOccupancy) {

    /** One contact at a time, always there, always busy if need be. */
    public static final Working PLAIN = new Working(1, 0, 1);

    public Working {
      require(concurrency >= 1 && concurrency <= 1000, concurrency, "concurrency", "1 to 1000");
      require(shrinkage >= 0 && shrinkage < 1, shrinkage, "shrinkage", "a share from 0, below 1");
      require(maxOccupancy >= 0.01 && maxOccupancy <= 1, maxOccupancy, "maxOccupancy", "0.01 to 1");
    }
  }

  public StaffingTerms {
    require(patienceSeconds > 0, patienceSeconds, "patience", "above 0");
  }

  /** A goal for patient customers and plain agents. */
  public static StaffingTerms of(double thresholdSeconds, double target) {
    return new StaffingTerms(
        new Goal(thresholdSeconds, target), Double.POSITIVE_INFINITY, Working.PLAIN);
  }

  /** The same, for customers of that mean patience in seconds. */
  public StaffingTerms withPatience(double seconds) {
    return new StaffingTerms(goal, seconds, working);
  }

  /** The same, for agents who work so. */
  public StaffingTerms with(Working other) {
    return new StaffingTerms(goal, patienceSeconds, other);
  }

  private static void require(boolean holds, double value, String field, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(value + " as " + field + ": expected " + expected);
    }
  }
}
