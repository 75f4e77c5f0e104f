// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Many viewers of the wallboard's stream, while queues change evenly spread over every second. A
 * few of the viewers, spread among the others, time every change from its record to their frame.
 */
final class ViewerBench {

  private static final int TIMED = 8;
  private static final int WARM_UP_SECONDS = 20;

  /**
   * What came out.
   *
   * @param micros from a change to its frame
   * @param cpu of the wallboard, of one processor
   * @param megabytesSent a second, to all viewers
   */
  record Fan(
      ConcurrentHistogram micros,
      double cpu,
      double megabytesSent,
      double heldBefore,
      double heldAfter) {}

  private final int viewers;
  private final int changes;

  /**
   * @param changes how many queues change every second
   */
  ViewerBench(int viewers, int changes) {
    this.viewers = viewers;
    this.changes = changes;
  }

  Fan run(EmbeddedKafka kafka, int seconds) throws Exception {
    ConcurrentHistogram micros = new ConcurrentHistogram(3);
    List<TimedViewer> timed = new ArrayList<>();
    try (WallboardProcess wallboard = WallboardProcess.start(kafka.bootstrapServers());
        BusyQueues queues = new BusyQueues(kafka.bootstrapServers());
        ViewerCrowd crowd = new ViewerCrowd()) {
      change(queues, 1);
      for (int i = 0; i < TIMED; i++) {
        crowd.join(wallboard.port(), viewers / TIMED - 1);
        timed.add(TimedViewer.connect(wallboard.port(), micros));
      }
      change(queues, WARM_UP_SECONDS);
      double before = wallboard.heldMegabytes();
      timed.forEach(TimedViewer::begin);
      double cpu = wallboard.cpuSeconds();
      long bytes = crowd.bytes();
      change(queues, seconds);
      double used = wallboard.cpuSeconds() - cpu;
      double sent = (crowd.bytes() - bytes) / 1e6 / seconds;
      if (crowd.ended() > 0) {
        throw new IllegalStateException(crowd.ended() + " viewers were sent away: expected none");
      }
      double after = wallboard.heldMegabytes();
      // Before the wallboard ends, so that nobody is cut off.
      timed.forEach(TimedViewer::close);
      return new Fan(micros, used / seconds, sent, before, after);
    } finally {
      timed.forEach(TimedViewer::close);
    }
  }

  private void change(BusyQueues queues, int seconds) throws InterruptedException {
    long began = System.nanoTime();
    long apart = TimeUnit.SECONDS.toNanos(1) / changes;
    for (long i = 0; i < (long) seconds * changes; i++) {
      queues.change((int) (i % changes), 1);
      TimeUnit.NANOSECONDS.sleep(began + (i + 1) * apart - System.nanoTime());
    }
    queues.flush();
  }
}
