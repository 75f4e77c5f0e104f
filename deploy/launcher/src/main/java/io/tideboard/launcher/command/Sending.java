// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.events.Event;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.run.Progress;
import io.tideboard.traffic.replay.Pacer;
import io.tideboard.traffic.replay.Refusal;
import io.tideboard.traffic.replay.Replay;
import io.tideboard.traffic.replay.ReplayFailed;
import io.tideboard.traffic.replay.ReplayProgress;
import io.tideboard.traffic.replay.ReplayReport;
import io.tideboard.traffic.replay.TimeShift;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine;

/** Sends events to a gateway, and tells how it goes and went. */
final class Sending {

  private final TrafficFlags flags;
  private final PrintWriter out;
  private final Progress progress;

  Sending(TrafficFlags flags, CommandLine command) {
    this.flags = flags;
    this.out = command.getOut();
    this.progress = new Progress(command.getErr());
  }

  /**
   * Sends all of them.
   *
   * @return the exit code: failed when the gateway did not accept every event
   * @throws CommandFailed when the gateway refuses requests, or with exit code 4 when it is not
   *     there
   */
  int send(Iterator<Event> events) throws InterruptedException {
    Instant start = flags.start();
    Iterator<Event> sent = start == null ? events : new TimeShift(events, start);
    Replay replay =
        new Replay(flags.options(), Pacer.system(), told -> progress.show(describe(told)));
    try {
      ReplayReport report = replay.send(sent);
      progress.end();
      return conclude(report);
    } catch (ReplayFailed e) {
      progress.end();
      String message = String.valueOf(e.getMessage());
      throw e.unreachable() ? CommandFailed.unreachable(message) : CommandFailed.because(message);
    }
  }

  private int conclude(ReplayReport report) {
    out.println(describe(report.end()));
    for (Refusal refusal : report.firstRefusals()) {
      out.println("refused " + refusal.id() + ": " + refusal.code() + ": " + refusal.message());
    }
    out.flush();
    return report.end().refused() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String describe(ReplayProgress told) {
    return String.format(
        Locale.ROOT,
        "%d events accepted, %d refused, in %.1f s, %.0f times real time%s",
        told.accepted(),
        told.refused(),
        told.elapsed().toMillis() / 1000.0,
        told.speed(),
        told.reached() == null ? "" : ", up to " + told.reached());
  }
}
