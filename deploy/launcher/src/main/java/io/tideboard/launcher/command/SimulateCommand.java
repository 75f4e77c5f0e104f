// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.events.Event;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import io.tideboard.traffic.simulator.Scenario;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a simulated center's events. */
@Command(
    name = "simulate",
    description = "Simulate a contact center. The same seed makes the same events.")
public final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write the events, one JSON object a line; - for standard output.")
  private String out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "A scenario of your own. Default: a mid-size center, one day.")
  private @Nullable Path scenario;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "" + Long.MAX_VALUE,
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "End after so many events. Default: when the scenario ends.")
  private long most;

  @Override
  public Integer call() throws IOException {
    Scenario played = scenario == null ? Scenarios.midSizeCenter() : Scenarios.read(scenario);
    try (OutputStream to = open()) {
      Iterator<Event> events = new Simulation(played, seed);
      for (long written = 0; written < most && events.hasNext(); written++) {
        to.write(EventEncoder.plain(events.next()));
        to.write('\n');
      }
    }
    return ExitCode.OK;
  }

  private OutputStream open() {
    try {
      return new BufferedOutputStream(
          out.equals("-") ? System.out : Files.newOutputStream(Path.of(out)), 1 << 16);
    } catch (IOException e) {
      throw CommandFailed.because("'" + out + "' as --out cannot be written: " + e);
    }
  }
}
