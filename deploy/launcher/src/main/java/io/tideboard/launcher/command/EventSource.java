// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.events.Event;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.calls.CallMapping;
import io.tideboard.traffic.calls.CallRecords;
import io.tideboard.traffic.replay.EventFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A log: a file of events, or a table of call records. */
final class EventSource {

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "Events, one JSON object a line; a name that ends in .gz is unpacked.")
  private @Nullable Path events;

  @Option(
      names = "--calls",
      paramLabel = "FILE",
      description = "A table of call records as CSV, read by a --mapping.")
  private @Nullable Path calls;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Which column of --calls is what.")
  private @Nullable Path mapping;

  /**
   * An opened log.
   *
   * @param events in the order of the file, or of their times
   * @param rows of the table; 0 for a file of events
   * @param skipped rows left out, by reason
   */
  record Opened(Iterator<Event> events, long rows, Map<String, Long> skipped) {}

  /**
   * Opens the log.
   *
   * @throws CommandFailed with exit code 2 unless exactly one is given, with 3 when the mapping
   *     cannot be used
   * @throws io.tideboard.traffic.BadFile when it is not what it should be
   */
  Opened open() {
    if ((events == null) == (calls == null)) {
      throw CommandFailed.usage("expected either --events FILE or --calls FILE --mapping FILE");
    }
    if (events != null) {
      if (mapping != null) {
        throw CommandFailed.usage("--mapping without --calls: expected both or neither");
      }
      return new Opened(EventFile.read(events), 0, Map.of());
    }
    if (calls == null || mapping == null) {
      throw CommandFailed.usage("--calls without --mapping: expected both or neither");
    }
    CallRecords records = CallRecords.read(calls, read(mapping));
    return new Opened(records.events().iterator(), records.rows(), records.skipped());
  }

  private static CallMapping read(Path mapping) {
    try {
      return CallMapping.read(mapping);
    } catch (BadFile e) {
      throw CommandFailed.configuration(String.valueOf(e.getMessage()));
    }
  }
}
