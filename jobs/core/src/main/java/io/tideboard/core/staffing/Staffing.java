// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import java.util.function.Predicate;

/**
 * The fewest agents that do what is asked for. More servers never make anything worse, so the
 * search doubles its steps outwards from a guess and then halves them.
 */
public final class Staffing {

  /** Nobody has so many. */
  private static final int MOST_SERVERS = 1 << 27;

  private Staffing() {}

  /** The need of a workload; none where no contact comes. */
  public static StaffingNeed need(Workload work, StaffingTerms terms) {
    return need(work, terms, guess(work));
  }

  /**
   * The same, sooner where the guess is good.
   *
   * @param guess at how many servers it will be, such as those of the interval before
   */
  public static StaffingNeed need(Workload work, StaffingTerms terms, int guess) {
    StaffingTerms.Working working = terms.working();
    double cap = working.maxOccupancy() + Ceiling.SLACK;
    int servers =
        servers(
            work,
            terms.patienceSeconds(),
            model -> model.occupancy() <= cap && terms.goal().isMetBy(model),
            Math.max(guess, 1));
    return StaffingNeed.of(servers / working.concurrency(), working.shrinkage());
  }

  /** The need so that the mean wait of all contacts is at most that, in seconds. */
  public static StaffingNeed needForWait(
      Workload work, double seconds, double patienceSeconds, StaffingTerms.Working working) {
    double most = seconds + Ceiling.SLACK * Math.max(1, seconds);
    int servers =
        servers(
            work,
            patienceSeconds,
            model ->
                model.occupancy() <= working.maxOccupancy() + Ceiling.SLACK
                    && model.meanWaitSeconds() <= most,
            guess(work));
    return StaffingNeed.of(servers / working.concurrency(), working.shrinkage());
  }

  /** What so many agents at work make of a workload. */
  public static WaitingModel at(Workload work, StaffingTerms terms, double agents) {
    int servers = Ceiling.floor(agents * terms.working().concurrency());
    return WaitingModel.of(work, servers, terms.patienceSeconds());
  }

  /** Square-root staffing (Halfin and Whitt 1981): seldom off by much. */
  private static int guess(Workload work) {
    return (int) (work.load() + Math.sqrt(work.load())) + 1;
  }

  private static int servers(
      Workload work, double patience, Predicate<WaitingModel> enough, int guess) {
    if (work.contacts() == 0) {
      return 0;
    }
    // Without patience nothing up to the load is ever enough, with it no servers at all are not.
    int tooFew = patience == Double.POSITIVE_INFINITY ? (int) Math.floor(work.load()) : 0;
    int some = Math.max(guess, tooFew + 1);
    int step = 1;
    while (!enough.test(WaitingModel.of(work, some, patience))) {
      if (some >= MOST_SERVERS) {
        throw new IllegalArgumentException(
            work + ": expected a goal that some number of agents can reach");
      }
      tooFew = some;
      some += step;
      step *= 2;
    }
    step = 1;
    while (some - step > tooFew) {
      if (!enough.test(WaitingModel.of(work, some - step, patience))) {
        tooFew = some - step;
        break;
      }
      some -= step;
      step *= 2;
    }
    return between(tooFew, some, n -> enough.test(WaitingModel.of(work, n, patience)));
  }

  private static int between(int tooFew, int enough, java.util.function.IntPredicate does) {
    int low = tooFew;
    int high = enough;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (does.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
