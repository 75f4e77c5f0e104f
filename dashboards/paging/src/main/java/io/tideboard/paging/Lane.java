// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one receiver is told of one cause, one notice after the other. */
final class Lane {

  final Receiver receiver;
  final String cause;
  final Map<String, AlertEpisode> episodes = new HashMap<>();

  /** What is being delivered; null for nothing. */
  @Nullable Notice underWay;

  Instant firstAttempt = Instant.EPOCH;
  Instant remindedAt = Instant.EPOCH;
  int attempts;

  /** Whether an attempt may have been taken although it failed. */
  boolean mayBeTaken;

  Lane(Receiver receiver, String cause) {
    this.receiver = receiver;
    this.cause = cause;
  }

  /** From now on that is being delivered. */
  void begin(Notice notice, Instant now) {
    underWay = notice;
    attempts = 0;
    mayBeTaken = false;
    firstAttempt = now;
  }

  void take(AlertEpisode episode) {
    AlertEpisode known = episodes.get(episode.id());
    if (known == null || known.revision() <= episode.revision()) {
      episodes.put(episode.id(), episode);
    }
  }

  /**
   * When the last episode opened that was open while the page was: by the same cause, it is over
   * with it.
   */
  long latestBefore(long closedAt) {
    return episodes.values().stream()
        .mapToLong(episode -> episode.origin().openedAt())
        .filter(openedAt -> openedAt <= closedAt)
        .max()
        .orElse(closedAt);
  }

  /** There is nothing to tell now: what is over will never be told. */
  void forgetWhatIsOver(@Nullable Delivery done) {
    if (done == null || !done.isOpen()) {
      episodes.values().removeIf(episode -> !episode.isOpen());
    }
  }

  /** Drops what has been told to its end. */
  void forget(Delivery done) {
    if (!done.isOpen()) {
      episodes.values().removeIf(e -> !e.isOpen() && e.origin().openedAt() <= done.openedAt());
    }
  }
}
