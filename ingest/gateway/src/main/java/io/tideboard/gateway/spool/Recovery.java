// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out where an earlier run of the spool has ended. What it synced is whole, so only the last
 * file can end in bytes that are no record: nobody was told that those are durable, and they are
 * cut off. Such bytes anywhere else are damage, which somebody has to look at: the start fails.
 */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final SpoolDirectory directory;
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private final Position confirmed;
  private long waiting;

  private Recovery(SpoolDirectory directory, Position confirmed) {
    this.directory = directory;
    this.confirmed = confirmed;
  }

  /** Reads everything that was not forwarded. */
  static Recovery of(SpoolDirectory directory, @Nullable Position forwarded) throws IOException {
    SortedSet<Long> numbers = directory.segments();
    Position confirmed = forwarded == null ? Position.startOf(1) : forwarded;
    for (long number : numbers.headSet(confirmed.segment())) {
      Segment.open(directory.path(), number).delete();
    }
    SortedSet<Long> kept = numbers.tailSet(confirmed.segment());
    if (!kept.contains(confirmed.segment())) {
      // Somebody has moved it away; a file that is begun anew never has the number of an old one.
      long next = confirmed.segment() + (forwarded == null ? 0 : 1);
      confirmed = Position.startOf(kept.isEmpty() ? next : kept.first());
    }
    Recovery recovery = new Recovery(directory, confirmed);
    for (long number : kept) {
      recovery.read(number, number == kept.last());
    }
    if (kept.isEmpty()) {
      recovery.begin(confirmed.segment());
    }
    directory.sync();
    return recovery;
  }

  /** The files that are left, by number; the last one is appended to. */
  TreeMap<Long, Segment> segments() {
    return segments;
  }

  /** Up to where everything was forwarded. */
  Position confirmed() {
    return confirmed;
  }

  /** How many records are to be forwarded. */
  long waiting() {
    return waiting;
  }

  private void read(long number, boolean last) throws IOException {
    Segment segment = Segment.open(directory.path(), number);
    segments.put(number, segment);
    if (!segment.isBegun()) {
      requireLast(segment, 0, last);
      segment.begin();
      return;
    }
    long size = segment.fileBytes();
    long from = number == confirmed.segment() ? confirmed.offset() : Segment.HEADER_BYTES;
    if (from > size) {
      throw damaged(segment, size);
    }
    RecordReader reader = segment.reader(from, size);
    while (reader.next() != null) {
      waiting++;
    }
    long end = reader.position();
    if (end < size) {
      requireLast(segment, end, last);
      LOG.warn(
          "{}: {} bytes at {} are no whole record, as at the end of a process, and are cut off",
          segment.file(),
          size - end,
          end);
    }
    segment.endAt(end);
  }

  private void begin(long number) throws IOException {
    Segment segment = Segment.open(directory.path(), number);
    segments.put(number, segment);
    segment.begin();
  }

  private static void requireLast(Segment segment, long offset, boolean last) throws IOException {
    if (!last) {
      throw damaged(segment, offset);
    }
  }

  private static IOException damaged(Segment segment, long offset) {
    return new IOException(
        segment.file()
            + ": no record at byte "
            + offset
            + ": expected one, since it was synced. The file is damaged, and holds events that were"
            + " acknowledged: mend it, or move it away to go on without them");
  }
}
