// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.core.calendar.Durations;
import io.tideboard.core.staffing.Staffing;
import io.tideboard.core.staffing.StaffingNeed;
import io.tideboard.core.staffing.StaffingTerms;
import io.tideboard.core.staffing.Workload;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A demand, what is promised, and how agents work. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required or has a default.
final class StaffingFlags {

  private static final String SHARE = "a share above 0, up to 1, such as 0.8";

  @Option(
      names = "--contacts",
      required = true,
      paramLabel = "N",
      description = "Contacts in the interval.")
  private String contacts;

  @Option(
      names = "--interval",
      paramLabel = "DURATION",
      defaultValue = "30m",
      description = "Length of the interval. Default: ${DEFAULT-VALUE}.")
  private String interval;

  @Option(
      names = "--aht",
      required = true,
      paramLabel = "DURATION",
      description = "Mean handle time of a contact.")
  private String aht;

  @Option(
      names = "--threshold",
      paramLabel = "DURATION",
      defaultValue = "20s",
      description = "Within which a contact should be answered. Default: ${DEFAULT-VALUE}.")
  private String threshold;

  @Option(
      names = "--target",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description = "The share that should be answered within it. Default: ${DEFAULT-VALUE}.")
  private String target;

  @Option(
      names = "--max-asa",
      paramLabel = "DURATION",
      description = "Ask for a mean wait of at most this, instead of a share within a threshold.")
  private @Nullable String maxAsa;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      description = "Mean time after which a waiting customer gives up. Without, nobody does.")
  private @Nullable String patience;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "1",
      description = "Contacts that an agent serves at a time. Default: ${DEFAULT-VALUE}.")
  private String concurrency;

  @Option(
      names = "--shrinkage",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of the paid time in which an agent is away. Default: ${DEFAULT-VALUE}.")
  private String shrinkage;

  @Option(
      names = "--max-occupancy",
      paramLabel = "SHARE",
      defaultValue = "1",
      description = "Share of the time for which agents may be busy. Default: ${DEFAULT-VALUE}.")
  private String maxOccupancy;

  /** The demand. */
  Workload work() {
    double seconds = above0(interval, "--interval");
    double handling = above0(aht, "--aht");
    double most = Math.floor(Workload.MOST_ERLANGS * seconds / handling);
    return new Workload(
        UsageFlags.number(
            contacts,
            "--contacts",
            "a number from 0 to " + (long) most,
            number -> number >= 0 && number <= most),
        seconds,
        handling);
  }

  /** What is promised, to whom, by whom. */
  StaffingTerms terms() {
    return new StaffingTerms(
        new StaffingTerms.Goal(
            UsageFlags.duration(threshold, "--threshold").toNanos() / 1e9,
            share(target, "--target", SHARE, share -> share > 0 && share <= 1)),
        patience == null ? Double.POSITIVE_INFINITY : above0(patience, "--patience"),
        new StaffingTerms.Working(
            UsageFlags.number(
                concurrency,
                "--concurrency",
                "a number from 1 to 1000",
                number -> number >= 1 && number <= 1000),
            share(
                shrinkage,
                "--shrinkage",
                "a share from 0, below 1, such as 0.3",
                share -> share >= 0 && share < 1),
            share(
                maxOccupancy,
                "--max-occupancy",
                "a share from 0.01 to 1, such as 0.85",
                share -> share >= 0.01 && share <= 1)));
  }

  /** The agents that keep the promise. */
  StaffingNeed need(Workload work, StaffingTerms terms) {
    return maxAsa == null
        ? Staffing.need(work, terms)
        : Staffing.needForWait(
            work, above0(maxAsa, "--max-asa"), terms.patienceSeconds(), terms.working());
  }

  private static double share(String text, String flag, String expected, DoublePredicate allowed) {
    return UsageFlags.number(text, flag, expected, allowed);
  }

  private static double above0(String text, String flag) {
    double seconds = UsageFlags.duration(text, flag).toNanos() / 1e9;
    if (seconds <= 0) {
      throw UsageFlags.refused(text, flag, "more than 0: " + Durations.EXPECTED);
    }
    return seconds;
  }
}
