// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.events.Event;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.run.Progress;
import io.tideboard.traffic.BadFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes or sends a simulated center's events. */
@Command(
    name = "simulate",
    description = {
      "Simulate a contact center, into a file or to a gateway.",
      "The same flags make the same events. A live gateway takes them with --start now."
    })
public final class SimulateCommand implements Callable<Integer> {

  private static final int EVENTS_BETWEEN_PROGRESS = 10_000;

  @Mixin private ScenarioFlags scenario;
  @Mixin private TrafficFlags traffic;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the events, one JSON object a line; - for standard output.")
  private @Nullable String out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if ((out == null) != traffic.isSending()) {
      throw CommandFailed.usage("expected either --out FILE or --to URL");
    }
    if (out == null) {
      traffic.check();
      return new Sending(traffic, spec.commandLine()).send(scenario.events());
    }
    write(out, scenario.events());
    return ExitCode.OK;
  }

  private void write(String file, Iterator<Event> events) {
    Progress progress = new Progress(spec.commandLine().getErr());
    try (OutputStream to = open(file)) {
      for (long written = 1; events.hasNext(); written++) {
        to.write(EventEncoder.plain(events.next()));
        to.write('\n');
        if (written % EVENTS_BETWEEN_PROGRESS == 0) {
          progress.show(written + " events written");
        }
      }
    } catch (IOException e) {
      progress.end();
      throw unwritable(file, e);
    }
    progress.end();
  }

  private static OutputStream open(String file) {
    try {
      return new BufferedOutputStream(
          file.equals("-") ? System.out : Files.newOutputStream(Path.of(file)), 1 << 16);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static CommandFailed unwritable(String file, IOException e) {
    return CommandFailed.because(
        "'" + file + "' as --out: expected a file that can be written (" + BadFile.reason(e) + ")");
  }
}
