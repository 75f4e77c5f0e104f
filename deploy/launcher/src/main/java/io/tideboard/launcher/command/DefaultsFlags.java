// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What holds for queues that are not configured. */
final class DefaultsFlags extends FlagGroup {

  @Option(
      names = "--threshold",
      paramLabel = "DURATION",
      description = "Within which a contact should be answered (defaults.threshold).")
  private void threshold(@Nullable String threshold) {
    set("defaults.threshold", threshold, "--threshold");
  }

  @Option(
      names = "--short-abandon",
      paramLabel = "DURATION",
      description = "Within which giving up is a short abandon (defaults.shortAbandon).")
  private void shortAbandon(@Nullable String shortAbandon) {
    set("defaults.shortAbandon", shortAbandon, "--short-abandon");
  }

  @Option(
      names = "--interval",
      paramLabel = "DURATION",
      description = "Length of the intervals (defaults.interval).")
  private void interval(@Nullable String interval) {
    set("defaults.interval", interval, "--interval");
  }

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Of days and intervals (defaults.timeZone).")
  private void timeZone(@Nullable String timeZone) {
    set("defaults.timeZone", timeZone, "--time-zone");
  }
}
