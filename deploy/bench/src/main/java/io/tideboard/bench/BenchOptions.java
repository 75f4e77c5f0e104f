// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all benches share. Before or behind the name of a bench, they mean the same. */
final class BenchOptions {

  @Option(
      names = "--events",
      scope = ScopeType.INHERIT,
      description = "Events in the log. Default: 5000000 for jobs, 2000000 for the gateway")
  private @Nullable Integer events;

  @Option(
      names = "--rounds",
      scope = ScopeType.INHERIT,
      description =
          "Rounds of each measurement; the median counts. Default: 5 for jobs, 3 for the gateway")
  private @Nullable Integer rounds;

  @Option(
      names = "--parallelism",
      defaultValue = "2",
      scope = ScopeType.INHERIT,
      description = "Parallelism of the jobs. Default: ${DEFAULT-VALUE}")
  private int parallelism;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "One JSON object a line on standard output.")
  private boolean json;

  int events() {
    return events(2_000_000);
  }

  /** How many events there shall be, where so many are usual. */
  int events(int usual) {
    return events == null ? usual : events;
  }

  int rounds() {
    return rounds(3);
  }

  /** How many rounds there shall be, where so many are usual. */
  int rounds(int usual) {
    return rounds == null ? usual : rounds;
  }

  int parallelism() {
    return parallelism;
  }

  FigureSheet sheet() {
    return new FigureSheet(json, System.out);
  }
}
