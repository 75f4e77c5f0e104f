// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;

/** Reads the start of an interval: with its offset, or by the clocks of a zone. */
final class LocalStart {

  /** What to write, for messages. */
  static final String EXPECTED = "a time such as 2026-01-31T09:30 or 2026-01-31T09:30:00+01:00";

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .optionalEnd()
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private final ZoneId zone;

  LocalStart(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The instants that a text may mean: one, or two where the clocks of the zone show a time twice.
   *
   * @throws DateTimeException when it is no time, or one that the clocks of the zone skip
   */
  List<Instant> read(String text) {
    TemporalAccessor read = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    if (read instanceof OffsetDateTime exact) {
      return List.of(exact.toInstant());
    }
    LocalDateTime local = LocalDateTime.from(read);
    List<Instant> instants = new ArrayList<>();
    for (ZoneOffset offset : zone.getRules().getValidOffsets(local)) {
      instants.add(local.toInstant(offset));
    }
    if (instants.isEmpty()) {
      throw new SkippedTime();
    }
    return instants;
  }

  /** The clocks of the zone never show it. */
  static final class SkippedTime extends DateTimeException {
    SkippedTime() {
      super("skipped");
    }
  }
}
