// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shipped rules and routes in a world whose time goes {@link #FACTOR} times as fast: every
 * duration in them is so many times shorter, and nothing else changes.
 */
final class Compressed {

  /** Simulated seconds a second. */
  static final int FACTOR = 300;

  /** What needs several looks cannot be shorter than they take. */
  private static final Duration LEAST = Duration.ofMillis(250);

  private static final Pattern DURATION =
      Pattern.compile(
          "(\\[|offset |for: |interval: |_wait: |_interval: |resolve_timeout: )(\\d+)([smhd])\\b");

  private Compressed() {}

  static String text(String text) {
    return DURATION.matcher(text).replaceAll(Compressed::shorter);
  }

  /** The rules, in that directory. */
  static void rules(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(Shipped.PROMETHEUS.resolve("rules"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        write(directory.resolve(file.getFileName()), text(Files.readString(file)));
      }
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shorter(MatchResult found) {
    Duration given =
        Duration.ofSeconds(Long.parseLong(found.group(2)))
            .multipliedBy(List.of(1, 60, 3600, 86_400).get("smhd".indexOf(found.group(3))));
    Duration less = given.dividedBy(FACTOR);
    long millis = (less.compareTo(LEAST) < 0 ? LEAST : less).toMillis();
    return found.group(1) + millis + "ms";
  }
}
