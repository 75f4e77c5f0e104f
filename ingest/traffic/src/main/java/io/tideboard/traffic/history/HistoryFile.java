// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.history;

import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.table.CsvTable;
import io.tideboard.traffic.table.Row;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table of past intervals: {@code queue,channel,start,contacts} and, where it is known,
 * {@code ahtSeconds}. Starts have an offset, or are local times; where the clocks show a local time
 * twice, the row that comes first in the file is the earlier one.
 */
public final class HistoryFile {

  private static final List<String> COLUMNS = List.of("queue", "channel", "start", "contacts");
  private static final String AHT = "ahtSeconds";

  private final LocalStart starts;
  private final ZoneId zone;
  private final List<HistoryRow> rows = new ArrayList<>();
  private final Map<String, Map<Instant, Long>> lines = new HashMap<>();

  private HistoryFile(ZoneId zone) {
    this.zone = zone;
    this.starts = new LocalStart(zone);
  }

  /**
   * All rows, as they come in the file.
   *
   * @param zone of starts without an offset
   * @throws BadFile naming line, column, value and expectation
   */
  public static List<HistoryRow> read(Path csv, ZoneId zone) {
    try (CsvTable table = new CsvTable(csv, ',')) {
      table.require(COLUMNS, "which a history needs");
      HistoryFile file = new HistoryFile(zone);
      boolean handled = table.has(AHT);
      for (Row row = table.next(); row != null; row = table.next()) {
        file.add(row, handled);
      }
      if (file.rows.isEmpty()) {
        throw BadFile.at(csv, 0, "no row: expected the contacts of at least one interval");
      }
      return List.copyOf(file.rows);
    } catch (MalformedInputException e) {
      throw BadFile.at(csv, 0, "is not UTF-8");
    } catch (IOException e) {
      throw BadFile.unreadable(csv, e);
    }
  }

  private void add(Row row, boolean handled) {
    String queue = name(row, "queue");
    String channel = name(row, "channel");
    rows.add(
        new HistoryRow(
            queue,
            channel,
            start(row, channel + "/" + queue),
            contacts(row),
            handled ? ahtSeconds(row) : Double.NaN));
  }

  private static String name(Row row, String column) {
    String value = row.value(column);
    if (value.isEmpty()) {
      throw row.bad(column, value, "a name");
    }
    return value;
  }

  private Instant start(Row row, String key) {
    String value = row.value("start");
    List<Instant> meant;
    try {
      meant = starts.read(value);
    } catch (LocalStart.SkippedTime e) {
      throw row.bad("start", value, "a time that the clocks of " + zone + " show: they skip it");
    } catch (DateTimeException e) {
      throw row.bad("start", value, LocalStart.EXPECTED);
    }
    Map<Instant, Long> known = lines.computeIfAbsent(key, unused -> new HashMap<>());
    for (Instant start : meant) {
      if (known.putIfAbsent(start, row.line()) == null) {
        return start;
      }
    }
    throw row.bad(
        "start",
        value,
        "each interval of a queue and channel once, it is in line " + known.get(meant.get(0)));
  }

  private static int contacts(Row row) {
    String value = row.value("contacts");
    try {
      int contacts = Integer.parseInt(value);
      if (contacts >= 0) {
        return contacts;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw row.bad("contacts", value, "a whole number, 0 to " + Integer.MAX_VALUE);
  }

  private static double ahtSeconds(Row row) {
    String value = row.value(AHT);
    if (value.isEmpty()) {
      return Double.NaN;
    }
    try {
      double seconds = Double.parseDouble(value);
      if (seconds >= 0 && seconds < Double.POSITIVE_INFINITY) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw row.bad(AHT, value, "seconds, 0 or more, or nothing where they are not known");
  }
}
