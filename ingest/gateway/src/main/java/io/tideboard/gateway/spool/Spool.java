// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records on disk, first in, first out. One thread appends and syncs, another reads and confirms.
 * What was synced is there again after any end, up to what was confirmed.
 */
final class Spool implements Closeable {

  /** Records to be forwarded together, and the position after them. */
  record Batch(List<SpoolRecord> records, Position next) {}

  /**
   * In bytes.
   *
   * @param most of all files
   * @param segment after which a new file is begun
   */
  record Sizes(long most, long segment) {}

  private final Sizes sizes;
  private final SpoolDirectory directory;
  private final PositionFile positions;
  private final ConcurrentSkipListMap<Long, Segment> segments;
  private final AtomicLong waiting;
  private final AtomicLong diskBytes = new AtomicLong();
  private Segment last;
  private volatile Position synced;
  private volatile Position confirmed;
  private int unsynced;

  private Spool(Sizes sizes, SpoolDirectory directory, PositionFile positions, Recovery found) {
    this.sizes = sizes;
    this.directory = directory;
    this.positions = positions;
    this.segments = new ConcurrentSkipListMap<>(found.segments());
    this.waiting = new AtomicLong(found.waiting());
    this.last = found.segments().lastEntry().getValue();
    this.confirmed = found.confirmed();
    this.synced = new Position(last.number(), last.end());
    segments.values().forEach(segment -> diskBytes.addAndGet(segment.end()));
  }

  /**
   * Takes the directory, and everything that an earlier run has left there.
   *
   * @throws IOException when another process has it, or it is damaged
   */
  static Spool open(SpoolSettings settings) throws IOException {
    return open(settings.directory(), new Sizes(settings.mostBytes(), settings.segmentBytes()));
  }

  static Spool open(Path path, Sizes sizes) throws IOException {
    SpoolDirectory directory = SpoolDirectory.open(path);
    try {
      PositionFile positions = PositionFile.open(directory.path());
      Recovery found = Recovery.of(directory, positions.forwarded());
      return new Spool(sizes, directory, positions, found);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Records that are durable and not yet confirmed. */
  long waiting() {
    return waiting.get();
  }

  /** Up to where the last file is durable. */
  long syncedEnd() {
    return synced.offset();
  }

  /** Bytes of all files. */
  long diskBytes() {
    return diskBytes.get();
  }

  /**
   * Appends a record, which is durable after {@link #sync} only.
   *
   * @throws IOException when there is no room
   */
  void append(SpoolRecord record) throws IOException {
    if (diskBytes.get() + record.size() > sizes.most()) {
      throw new IOException(
          "the spool holds " + diskBytes + " bytes: expected at most " + sizes.most());
    }
    if (last.end() >= sizes.segment()) {
      roll();
    }
    last.append(record);
    diskBytes.addAndGet(record.size());
    unsynced++;
  }

  /** Makes everything durable that was appended. */
  void sync() throws IOException {
    last.sync();
    waiting.addAndGet(unsynced);
    unsynced = 0;
    synced = new Position(last.number(), last.end());
  }

  /** Forgets what was appended since the last sync. */
  void rollBack() throws IOException {
    Position to = synced;
    diskBytes.addAndGet(to.offset() - last.end());
    unsynced = 0;
    last.endAt(to.offset());
    last.sync();
  }

  /** The next records that are durable and not confirmed, in order; maybe none. */
  Batch read(int mostRecords, int mostBytes) throws IOException {
    List<SpoolRecord> records = new ArrayList<>();
    Position at = confirmed;
    Position to = synced;
    int bytes = 0;
    while (bytes < mostBytes && records.size() < mostRecords && at.compareTo(to) < 0) {
      Segment segment = segments.get(at.segment());
      if (segment == null) {
        throw new IOException("file " + at.segment() + " of the spool is gone: expected it");
      }
      boolean sealed = at.segment() < to.segment();
      long end = sealed ? segment.end() : to.offset();
      RecordReader reader = segment.reader(at.offset(), end);
      while (bytes < mostBytes && records.size() < mostRecords && reader.position() < end) {
        SpoolRecord record = reader.next();
        if (record == null) {
          throw new IOException(
              segment.file() + ": no record at byte " + reader.position() + ": expected one");
        }
        records.add(record);
        bytes += record.size();
      }
      boolean through = sealed && reader.position() == end;
      at =
          through
              ? Position.startOf(at.segment() + 1)
              : new Position(at.segment(), reader.position());
    }
    return new Batch(records, at);
  }

  /** Everything in a batch has been forwarded, and is not read again. */
  void confirm(Batch batch) throws IOException {
    positions.write(batch.next());
    confirmed = batch.next();
    for (Segment old : List.copyOf(segments.headMap(confirmed.segment()).values())) {
      segments.remove(old.number());
      old.delete();
      diskBytes.addAndGet(-old.end());
    }
    waiting.addAndGet(-batch.records().size());
  }

  @Override
  public void close() throws IOException {
    for (Segment segment : segments.values()) {
      segment.close();
    }
    positions.close();
    directory.close();
  }

  private void roll() throws IOException {
    sync();
    Segment next = Segment.open(directory.path(), last.number() + 1);
    try {
      next.begin();
    } catch (IOException e) {
      next.close();
      throw e;
    }
    directory.sync();
    segments.put(next.number(), next);
    last = next;
    diskBytes.addAndGet(next.end());
    synced = new Position(next.number(), next.end());
  }
}
