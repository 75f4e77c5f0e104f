// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.history.HistorySettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads where interval rows are kept, and how long. */
final class HistoryReader {

  private static final String SECTION = "history";
  private static final long LARGEST_CACHE = 1L << 40;
  private static final Duration SHORTEST = Duration.ofDays(2);

  private static final ValueType<String> URL =
      new ValueType<>(
          "jdbc:postgresql://host/database, or nothing",
          text -> {
            if (!text.isEmpty() && !text.startsWith("jdbc:postgresql:")) {
              throw new IllegalArgumentException(text);
            }
            return text;
          });

  /** Today's rows must stay, whatever the queue's time zone. */
  private static final ValueType<Duration> RETENTION =
      ValueType.DURATION.where(
          "a duration from 2d, or 0s for ever",
          retention -> retention.isZero() || retention.compareTo(SHORTEST) >= 0);

  private final Sources sources;

  HistoryReader(Sources sources) {
    this.sources = sources;
  }

  HistorySettings read() {
    HistorySettings usual = HistorySettings.DEFAULT;
    String directory = value("dir", ValueType.OPTIONAL_TEXT, "");
    HistorySettings.Database database = database();
    return new HistorySettings(
        directory.isEmpty() ? null : Path.of(directory),
        database,
        value("cache", ByteSize.type(HistorySettings.LEAST_CACHE, LARGEST_CACHE), usual.cache()),
        value("retention", RETENTION, usual.retention()));
  }

  private HistorySettings.@Nullable Database database() {
    String url = value("url", URL, "");
    String user = value("user", ValueType.OPTIONAL_TEXT, "");
    Secret password = value("password", ValueType.OPTIONAL_PASSWORD, Secret.NONE);
    return url.isEmpty() ? null : new HistorySettings.Database(url, user, password.reveal());
  }

  private <T> T value(String name, ValueType<T> type, T otherwise) {
    return sources.read(Key.of(SECTION, name), type, otherwise);
  }
}
