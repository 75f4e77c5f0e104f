// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code deploy/tideboard bench}: every figure beside its ceiling, measured in the same run, so
 * that ratios hold on a noisy machine. A subcommand measures one part alone.
 */
@Command(
    name = "bench",
    description = "Measure on this machine, each figure beside its ceiling.",
    subcommands = {
      JobBenchCommand.class,
      GatewayBenchCommand.class,
      LatencyBenchCommand.class,
      AlertBenchCommand.class,
      ViewerBenchCommand.class,
      ScrapeBenchCommand.class,
      ScaleBenchCommand.class,
      HistoryBenchCommand.class
    })
public final class BenchCommand implements Callable<Integer> {

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    new JobBenchCommand().measure(options);
    new GatewayBenchCommand().measure(options);
    new LatencyBenchCommand().measure(options);
    new AlertBenchCommand().measure(options);
    new ViewerBenchCommand().measure(options);
    new ScrapeBenchCommand().measure(options);
    return 0;
  }

  BenchOptions options() {
    return options;
  }
}
