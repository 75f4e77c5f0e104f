// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all benches share. Before or behind the name of a bench, they mean the same. */
final class BenchOptions {

  @Option(
      names = "--events",
      defaultValue = "2000000",
      scope = ScopeType.INHERIT,
      description = "Events in the log. Default: ${DEFAULT-VALUE}")
  private int events;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      scope = ScopeType.INHERIT,
      description = "Rounds of each measurement; the median counts. Default: ${DEFAULT-VALUE}")
  private int rounds;

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
    return events;
  }

  int rounds() {
    return rounds;
  }

  int parallelism() {
    return parallelism;
  }

  FigureSheet sheet() {
    return new FigureSheet(json, System.out);
  }
}
