// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.CloseReason;
import io.tideboard.core.clock.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is to be told next of one cause: what should be, held against what has been
 * delivered. A pure function of both, so that it does not matter how often it is asked, or by whom
 * after which restart.
 *
 * @param knownSince since when the receiver is known; what was over before is not told
 * @param inhibited whether the figures are stale, so that queues open no page
 */
record PagePlan(Receiver receiver, long knownSince, boolean inhibited, Instant now) {

  /** What was over for so long is no news. */
  private static final Duration NEWS = Duration.ofHours(24);

  /**
   * The next notice; empty when there is nothing to tell now.
   *
   * @param done what has been delivered of that cause; null for nothing
   * @param episodes the latest of each episode of that cause
   */
  Optional<Notice> next(@Nullable Delivery done, Collection<AlertEpisode> episodes) {
    List<AlertEpisode> inOrder =
        episodes.stream()
            .sorted(Comparator.comparingLong(episode -> episode.origin().openedAt()))
            .toList();
    if (done != null && done.isOpen()) {
      return goOn(done, inOrder);
    }
    return inOrder.stream()
        .filter(episode -> done == null || isLater(episode, done))
        .filter(this::isToBeOpened)
        .findFirst()
        .map(e -> new Notice(NoticeKind.OPENED, e.id(), e, e.severity()));
  }

  private static boolean isLater(AlertEpisode episode, Delivery done) {
    return episode.origin().openedAt() > done.openedAt() && !episode.id().equals(done.page());
  }

  private Optional<Notice> goOn(Delivery done, List<AlertEpisode> inOrder) {
    AlertEpisode page = null;
    AlertEpisode latest = null;
    for (AlertEpisode episode : inOrder) {
      if (episode.id().equals(done.page())) {
        page = episode;
      } else if (isLater(episode, done)) {
        latest = episode;
      }
    }
    if (page == null) {
      return Optional.empty();
    }
    if (isOver(page, latest)) {
      // Told as the page that it is: to Alertmanager an alert is its labels.
      AlertEpisode last =
          page.isOpen() && latest != null
              ? page.close(CloseReason.CLEARED, latest.changedAt())
              : page;
      return Optional.of(new Notice(NoticeKind.CLOSED, done.page(), last, done.severity()));
    }
    return page.severity() == AlertSeverity.CRITICAL && done.severity() != AlertSeverity.CRITICAL
        ? Optional.of(new Notice(NoticeKind.ESCALATED, done.page(), page, done.severity()))
        : Optional.empty();
  }

  /**
   * The job may have told the same once more under another id, when it was restarted in the wrong
   * moment: to the receiver that is the same page, and over with whichever ends by itself.
   */
  private static boolean isOver(AlertEpisode page, @Nullable AlertEpisode later) {
    if (page.isOpen()) {
      return later != null
          && !later.isOpen()
          && later.closed() != CloseReason.SUPERSEDED
          && later.changedAt() > page.changedAt();
    }
    return page.closed() != CloseReason.SUPERSEDED || later == null || !later.isOpen();
  }

  private boolean isToBeOpened(AlertEpisode episode) {
    if (!receiver.route().matches(episode) || episode.closed() == CloseReason.SUPERSEDED) {
      return false;
    }
    if (episode.isOpen()) {
      return !receiver.route().isQuiet(now) && !(inhibited && !episode.origin().queue().isEmpty());
    }
    long over = episode.changedAt();
    return receiver.target().keepsRecords()
        && over >= knownSince
        && over >= Micros.of(now.minus(NEWS));
  }
}
