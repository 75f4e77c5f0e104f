// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where interval rows are kept, and how long.
 *
 * @param dir the directory of the store on disk; null for a temporary one, which ends with the
 *     store
 * @param database PostgreSQL, which then has them instead; null for the store on disk
 * @param cache how many bytes of memory the store on disk may take, beside the heap
 * @param retention how long a row is kept; zero for ever
 */
public record HistorySettings(
    @Nullable Path dir, @Nullable Database database, long cache, Duration retention) {

  /** The least that the store on disk can work with. */
  public static final long LEAST_CACHE = 8L << 20;

  /** In a temporary directory, 64 MiB of memory, three years. */
  public static final HistorySettings DEFAULT =
      new HistorySettings(null, null, 64L << 20, Duration.ofDays(3 * 365));

  public HistorySettings {
    if (cache < LEAST_CACHE) {
      throw new IllegalArgumentException(cache + " as cache: expected " + LEAST_CACHE + " or more");
    }
    if (retention.isNegative()) {
      throw new IllegalArgumentException(retention + " as retention: expected 0 or more");
    }
  }

  /**
   * A database.
   *
   * @param url such as {@code jdbc:postgresql://db.example.org/tideboard}
   * @param user who logs in; empty to leave that to the URL
   */
  public record Database(String url, String user, String password) {
    @Override
    public String toString() {
      return url;
    }
  }

  /** The same, on disk in that directory. */
  public HistorySettings in(Path directory) {
    return new HistorySettings(directory, database, cache, retention);
  }

  /** The same, in that database. */
  public HistorySettings in(Database other) {
    return new HistorySettings(dir, other, cache, retention);
  }
}
