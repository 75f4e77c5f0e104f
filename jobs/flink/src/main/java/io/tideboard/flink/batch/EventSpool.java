// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.batch;

import io.tideboard.events.Event;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.flink.live.KeyedEvent;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** A log with an end, on disk, in the form in which it would stand in Kafka. */
final class EventSpool {

  private EventSpool() {}

  /**
   * Writes every event, received when it occurred. Returns how many there were.
   *
   * @throws InterruptedIOException when this thread is interrupted
   */
  static long write(Iterator<Event> events, Path file) throws IOException {
    long count = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      while (events.hasNext()) {
        if (Thread.interrupted()) {
          throw new InterruptedIOException("interrupted after event " + count);
        }
        Event event = events.next();
        byte[] value = CompactForm.encode(event, event.header().occurredAt());
        out.writeUTF(event.key());
        out.writeInt(value.length);
        out.write(value);
        count++;
      }
    }
    return count;
  }

  /** The next event of a spool, or null at its end. */
  static @org.jspecify.annotations.Nullable KeyedEvent read(java.io.DataInputStream in)
      throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return null;
    }
    in.reset();
    String key = in.readUTF();
    byte[] value = new byte[in.readInt()];
    in.readFully(value);
    return new KeyedEvent(key, value);
  }
}
