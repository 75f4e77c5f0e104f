// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.events.Event;
import io.tideboard.platforms.asterisk.PbxState;
import io.tideboard.platforms.asterisk.QueueLogEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log step by step: some lines, their delivery, the position behind them. Changes over to
 * the next file when the present name stands for another file that has something to read, and only
 * after the end of the one before, because Asterisk writes to that one until it opens the next.
 */
final class LogReader implements AutoCloseable {

  /** What a reader works with. */
  record Parts(
      PositionFile positions, Deliverer deliverer, Counters counters, InstantSource clock) {}

  private final QueueLogSettings settings;
  private final Parts parts;
  private final LogFiles files;
  private final PbxState state;
  private final QueueLogEvents events;
  private final LogLines lines;
  private final ArrayDeque<Path> ahead = new ArrayDeque<>();
  private long offsetOfFirst;
  private @Nullable OpenLog log;

  LogReader(QueueLogSettings settings, Parts parts, @Nullable Position kept) throws IOException {
    this.settings = settings;
    this.parts = parts;
    this.files = new LogFiles(settings.file(), settings.position());
    this.state = kept == null ? new PbxState() : PbxState.of(kept.state());
    this.events = new QueueLogEvents(settings.asterisk(), state);
    this.lines = new LogLines(settings.reading().chunk(), events, parts.counters());
    if (kept == null) {
      ahead.add(settings.file());
      offsetOfFirst = settings.reading().fromBeginning() ? 0 : -1;
    } else {
      ahead.addAll(files.from(kept));
      Path first = ahead.getFirst();
      offsetOfFirst = LogFiles.is(first, kept) ? kept.offset() : 0;
    }
  }

  /** Does what there is to do; false when there was nothing. */
  boolean step() throws IOException, InterruptedException {
    OpenLog open = log == null ? next() : log;
    if (open == null) {
      return false;
    }
    if (open.truncated()) {
      return emptied(open);
    }
    // Looked up before the end is read: what comes after is in the next file.
    boolean over = over(open);
    long before = open.offset();
    List<Event> told = lines.read(open, over);
    if (open.offset() > before) {
      deliver(open, told);
      return true;
    }
    if (over) {
      return next() != null && closed(open);
    }
    List<Event> byTime = events.tick(parts.clock().instant()).events();
    if (!byTime.isEmpty()) {
      deliver(open, byTime);
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    if (log != null) {
      log.close();
    }
  }

  /** Opens the next file; the one before stays open when that one has just been rotated too. */
  private @Nullable OpenLog next() throws IOException {
    Path path = ahead.isEmpty() ? settings.file() : ahead.getFirst();
    try {
      long offset = Math.max(0, offsetOfFirst < 0 ? Files.size(path) : offsetOfFirst);
      OpenLog opened = OpenLog.at(path, offset);
      ahead.poll();
      offsetOfFirst = 0;
      log = opened;
      lines.otherFile();
      parts.counters().ready();
      return opened;
    } catch (NoSuchFileException e) {
      if (log == null && !path.equals(settings.file())) {
        throw new IOException(path + " was rotated while it was looked for", e);
      }
      if (log == null) {
        // A log that is not there yet is read from its beginning when it comes.
        offsetOfFirst = 0;
        parts.counters().notReady(path + " does not exist yet");
      }
      ahead.clear();
      return null;
    }
  }

  private static boolean closed(OpenLog before) throws IOException {
    before.close();
    return true;
  }

  /** Whether that file will not grow any more: a next one has something to read. */
  private boolean over(OpenLog open) throws IOException {
    if (ahead.size() > 1) {
      return true;
    }
    try {
      // Without inodes a renamed file is known only by the name it was opened with.
      boolean renamed = !open.path().equals(settings.file());
      if (!renamed && OpenLog.inode(settings.file()).equals(open.inode())) {
        return false;
      }
      return rotatedAgain(open) || Files.size(settings.file()) > 0;
    } catch (NoSuchFileException e) {
      return rotatedAgain(open);
    }
  }

  /**
   * Whether the next file was rotated too before it was opened, as when a sink was away for long.
   */
  private boolean rotatedAgain(OpenLog open) throws IOException {
    byte[] unused = new byte[0];
    Path rotated =
        files.rotated(new Position(open.fingerprint(), open.inode(), open.offset(), unused));
    List<Path> later = rotated == null ? List.of() : files.after(rotated);
    if (later.isEmpty()) {
      return false;
    }
    ahead.clear();
    ahead.addAll(later);
    ahead.add(settings.file());
    return true;
  }

  /** Its lines went into a copy before it was emptied: those that were not read are there. */
  private boolean emptied(OpenLog open) throws IOException, InterruptedException {
    Position position = position(open);
    Path copy = files.rotated(position);
    open.close();
    log = null;
    if (copy != null && position.file().length() > 0) {
      try (OpenLog rest = OpenLog.at(copy, position.offset())) {
        lines.otherFile();
        while (rest.hasMore()) {
          deliver(rest, lines.read(rest, true));
        }
      }
    }
    ahead.clear();
    offsetOfFirst = 0;
    return true;
  }

  private void deliver(OpenLog open, List<Event> told) throws IOException, InterruptedException {
    parts.deliverer().deliver(told);
    parts.positions().write(position(open));
  }

  private Position position(OpenLog open) {
    return new Position(open.fingerprint(), open.inode(), open.offset(), state.bytes());
  }
}
