// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;

/**
 * Follows a queue log through rotation and restart. The position is kept after the sink has
 * acknowledged what was read before it: what is read twice after a crash has the same ids.
 */
public final class QueueLogTail implements PlatformConnection {

  private final QueueLogSettings settings;
  private final Counters counters;
  private final EventSink sink;
  private final InstantSource clock;
  private final Thread thread;
  private volatile boolean closed;

  private QueueLogTail(QueueLogSettings settings, EventSink sink, InstantSource clock) {
    this.settings = settings;
    this.sink = sink;
    this.clock = clock;
    this.counters = new Counters(settings.asterisk().source());
    this.thread = new Thread(this::run, "tideboard-" + settings.asterisk().source());
    this.thread.setDaemon(true);
  }

  /**
   * Follows it until it is closed, from the kept position on.
   *
   * @throws IOException when there is a position that cannot be read: nobody knows where to go on
   */
  public static QueueLogTail open(QueueLogSettings settings, EventSink sink) throws IOException {
    return open(settings, sink, InstantSource.system());
  }

  static QueueLogTail open(QueueLogSettings settings, EventSink sink, InstantSource clock)
      throws IOException {
    Position kept = new PositionFile(settings.position()).read();
    if (kept == null && settings.position().toAbsolutePath().getParent() != null) {
      Files.createDirectories(settings.position().toAbsolutePath().getParent());
    }
    QueueLogTail tail = new QueueLogTail(settings, sink, clock);
    tail.thread.start();
    return tail;
  }

  @Override
  public String source() {
    return settings.asterisk().source();
  }

  @Override
  public ConnectionStatus status() {
    return counters.status();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(settings.delivery().close().toMillis());
      thread.interrupt();
      thread.join(settings.delivery().close().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Reads until it is closed; after trouble with the disk it begins anew from the kept position.
   */
  private void run() {
    int failures = 0;
    while (!closed && !Thread.currentThread().isInterrupted()) {
      try (LogReader reader = reader()) {
        while (!closed) {
          if (!reader.step()) {
            Thread.sleep(settings.reading().poll().toMillis());
          } else {
            failures = 0;
          }
        }
      } catch (IOException | RuntimeException e) {
        failures++;
        counters.openingFailed(settings.file() + ": " + e);
        pause(failures);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private LogReader reader() throws IOException {
    PositionFile positions = new PositionFile(settings.position());
    Position kept = positions.read();
    Deliverer deliverer = new Deliverer(sink, settings.delivery(), counters);
    return new LogReader(
        settings, new LogReader.Parts(positions, deliverer, counters, clock), kept);
  }

  private void pause(int failures) {
    try {
      Thread.sleep(settings.delivery().again().after(failures, 0).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
