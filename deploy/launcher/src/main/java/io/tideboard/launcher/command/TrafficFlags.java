// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.launcher.CommandFailed;
import io.tideboard.traffic.replay.ReplayOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where events are sent, how fast, and as if they happened when. */
final class TrafficFlags {

  private static final String NOW = "now";

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "The gateway to send to, such as http://127.0.0.1:8080.")
  private @Nullable String to;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Times real time, or max. Default: ${DEFAULT-VALUE}.")
  private String speed;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "Move all events in time, the first one to this instant, or to now.")
  private @Nullable String start;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      defaultValue = "4",
      description = "Requests in flight at most. Default: ${DEFAULT-VALUE}.")
  private int lanes;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "500",
      description = "Events a request at most. Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      defaultValue = "2m",
      description = "How long to try again while the gateway is away. Default: ${DEFAULT-VALUE}.")
  private String patience;

  @Option(
      names = "--lead",
      paramLabel = "DURATION",
      defaultValue = "1h",
      description =
          "How far an event may be ahead of any that is not answered, in the log's time."
              + " Default: ${DEFAULT-VALUE}.")
  private String lead;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "A file whose first line is the API key to show.")
  private @Nullable Path keyFile;

  /** Whether there is somewhere to send to. */
  boolean isSending() {
    return to != null;
  }

  /**
   * Makes sure of all of them before anything is read.
   *
   * @throws CommandFailed with exit code 2 for flags that make no sense
   */
  void check() {
    options();
    start();
  }

  /**
   * How to send.
   *
   * @throws CommandFailed with exit code 2 for flags that make no sense
   */
  ReplayOptions options() {
    if (to == null) {
      throw CommandFailed.usage("--to is missing: expected the gateway's address");
    }
    try {
      ReplayOptions options =
          ReplayOptions.to(UsageFlags.address(to, "--to", "http://127.0.0.1:8080"))
              .at(UsageFlags.speed(speed))
              .in(lanes, batch)
              .patientFor(UsageFlags.duration(patience, "--patience"))
              .ahead(UsageFlags.duration(lead, "--lead"));
      return keyFile == null ? options : options.showing(key(keyFile));
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }

  /**
   * When the first event is to happen; null for its own time.
   *
   * @throws CommandFailed with exit code 2 when it is no instant
   */
  @Nullable Instant start() {
    if (start == null || start.equals(NOW)) {
      return start == null ? null : Instant.now();
    }
    try {
      return Instant.parse(start);
    } catch (DateTimeParseException e) {
      throw UsageFlags.refused(start, "--start", "now, or a time such as 2026-03-02T09:30:00Z");
    }
  }

  private static String key(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      String key = lines.findFirst().orElse("").strip();
      if (key.isEmpty()) {
        throw UsageFlags.refused(file.toString(), "--key-file", "a file that begins with a key");
      }
      return key;
    } catch (IOException | UncheckedIOException e) {
      throw UsageFlags.refused(file.toString(), "--key-file", "a file that can be read");
    }
  }
}
