// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.alerts.AlertEpisode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The alert episodes that are open, and those that were over lately, bounded in number. */
public final class AlertLog {

  /** How many that are over are kept. */
  static final int MOST = 1_000;

  static final Duration LONGEST = Duration.ofDays(7);

  private static final Comparator<Kept> ORDER =
      Comparator.comparing((Kept kept) -> !kept.episode.isOpen())
          .thenComparing(kept -> -kept.episode.changedAt())
          .thenComparing(kept -> kept.episode.id());

  private record Kept(AlertEpisode episode, Instant written) {}

  private final Map<String, Kept> byId = new HashMap<>();

  /**
   * Takes how an episode stands, unless something later is here.
   *
   * @param written when Kafka took it
   */
  synchronized void take(AlertEpisode episode, Instant written) {
    Kept known = byId.get(episode.id());
    if (known == null || known.episode.revision() <= episode.revision()) {
      byId.put(episode.id(), new Kept(episode, written));
    }
    if (byId.size() > 2 * MOST) {
      shrink();
    }
  }

  private void shrink() {
    byId.values().stream()
        .filter(kept -> !kept.episode.isOpen())
        .sorted(ORDER)
        .skip(MOST)
        .toList()
        .forEach(kept -> byId.remove(kept.episode.id()));
  }

  /** Drops what was over for too long when the clock shows {@code now}. */
  synchronized void expire(Instant now) {
    Instant eldest = now.minus(LONGEST);
    byId.values().removeIf(kept -> !kept.episode.isOpen() && kept.written.isBefore(eldest));
  }

  /** Those that the filter lets through: the open ones first, the latest change first. */
  public synchronized List<AlertEpisode> those(Predicate<AlertEpisode> filter) {
    return byId.values().stream()
        .filter(kept -> filter.test(kept.episode))
        .sorted(ORDER)
        .map(Kept::episode)
        .toList();
  }
}
