// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import io.tideboard.events.Event;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.table.CsvTable;
import io.tideboard.traffic.table.Row;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a table of call records tells.
 *
 * @param events by time; at equal times as a contact goes: created, queued, answered, abandoned,
 *     ended
 * @param rows how many rows the table has
 * @param skipped how many of them were left out, by the reason that the mapping gives
 */
public record CallRecords(List<Event> events, long rows, Map<String, Long> skipped) {

  private static final Comparator<Event> ORDER =
      Comparator.<Event, Instant>comparing(event -> event.header().occurredAt())
          .thenComparingInt(event -> event.type().number());

  public CallRecords {
    events = Collections.unmodifiableList(events);
    skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
  }

  /**
   * Reads a whole table. The same table and mapping give the same events with the same ids.
   *
   * @throws BadFile naming line, column, value and expectation
   */
  public static CallRecords read(Path csv, CallMapping mapping) {
    try (CsvTable table = new CsvTable(csv, mapping.separator())) {
      table.require(mapping.columns(), "which the mapping uses");
      return new Reading(mapping).all(table);
    } catch (MalformedInputException e) {
      throw BadFile.at(csv, 0, "is not UTF-8");
    } catch (IOException e) {
      throw BadFile.unreadable(csv, e);
    }
  }

  private static final class Reading {

    private final CallMapping mapping;
    private final RowReader reader;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private long rows;

    Reading(CallMapping mapping) {
      this.mapping = mapping;
      this.reader = new RowReader(mapping);
      mapping.skips().forEach(skip -> skipped.put(skip.as(), 0L));
    }

    CallRecords all(CsvTable table) throws IOException {
      for (Row row = table.next(); row != null; row = table.next()) {
        rows++;
        add(row);
      }
      events.sort(ORDER);
      return new CallRecords(events, rows, skipped);
    }

    private void add(Row row) {
      for (CallMapping.Skip skip : mapping.skips()) {
        if (row.meets(skip.when())) {
          skipped.merge(skip.as(), 1L, Long::sum);
          return;
        }
      }
      String interaction = mapping.interaction().of(row);
      Long before = lines.putIfAbsent(interaction, row.line());
      if (before != null) {
        throw row.bad(
            "interaction", interaction, "a name of its own, it was given to line " + before);
      }
      events.addAll(reader.events(row));
    }
  }
}
