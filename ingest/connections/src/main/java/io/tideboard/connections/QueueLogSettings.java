// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.platforms.asterisk.AsteriskOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A queue log that is followed.
 *
 * @param file the log, such as {@code /var/log/asterisk/queue_log}
 * @param position where to keep how far it was read
 * @param reading how it is read
 * @param asterisk what the site says of it
 * @param delivery how events go to the sink
 */
public record QueueLogSettings(
    Path file,
    Path position,
    Reading reading,
    AsteriskOptions asterisk,
    DeliverySettings delivery) {

  /**
   * How a log is read.
   *
   * @param fromBeginning where to begin when no position is kept: with the file's first line, or
   *     else behind its last
   * @param poll how often to look for more
   * @param chunk bytes read at a time, and of the longest line; longer ones are dropped and counted
   */
  public record Reading(boolean fromBeginning, Duration poll, int chunk) {

    /** From the beginning; every 250 ms; 64 KiB. */
    public static final Reading DEFAULT = new Reading(true, Duration.ofMillis(250), 64 * 1024);

    public Reading {
      Checks.positive("poll", poll);
      Checks.range("chunk", chunk, 1024, 16 * 1024 * 1024);
    }
  }

  public QueueLogSettings {
    if (file.toAbsolutePath().equals(position.toAbsolutePath())) {
      throw new IllegalArgumentException(
          position + " as position: expected another file than the log");
    }
  }

  /** Read and delivered as it is by default. */
  public static QueueLogSettings of(Path file, Path position, AsteriskOptions asterisk) {
    return new QueueLogSettings(
        file, position, Reading.DEFAULT, asterisk, DeliverySettings.DEFAULT);
  }

  /** The same, read and delivered so. */
  public QueueLogSettings with(Reading reading, DeliverySettings delivery) {
    return new QueueLogSettings(file, position, reading, asterisk, delivery);
  }
}
