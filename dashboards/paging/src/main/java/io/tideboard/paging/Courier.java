// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.clock.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every receiver of every cause what {@link PagePlan} says, one notice after the other, until
 * it is taken or given up. Everything here runs on the loop.
 */
final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration LEASE_PAUSE = Duration.ofMillis(200);

  private final List<Receiver> receivers;
  private final Ledger ledger;
  private final Loop loop;
  private final Outlet outlet;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Set<String> stale = new HashSet<>();
  private boolean draining;
  private boolean stopped;
  private int inFlight;

  /**
   * What leads out.
   *
   * @param lease whether this notifier is still the one on duty
   * @param chance from 0 to 1
   */
  record Outlet(
      Transport transport, PagingMetrics metrics, BooleanSupplier lease, DoubleSupplier chance) {}

  Courier(List<Receiver> receivers, Ledger ledger, Loop loop, Outlet outlet) {
    this.receivers = receivers;
    this.ledger = ledger;
    this.loop = loop;
    this.outlet = outlet;
  }

  /** A receiver that nobody knew is known from now on. */
  void begin() {
    for (Receiver receiver : receivers) {
      if (ledger.of(receiver.name(), "") == null) {
        awaited(ledger.write(Delivery.since(receiver.name(), loop.instant())), () -> {});
      }
    }
  }

  /** Takes how an episode stands, without acting on it yet: more may follow. */
  void take(AlertEpisode episode) {
    if (episode.origin().kind() == AlertKind.DATA_STALE) {
      if (episode.isOpen()) {
        stale.add(episode.id());
      } else {
        stale.remove(episode.id());
      }
    }
    String cause = episode.origin().causeKey();
    for (Receiver receiver : receivers) {
      lanes
          .computeIfAbsent(
              Delivery.key(receiver.name(), cause), unused -> new Lane(receiver, cause))
          .take(episode);
    }
  }

  /** Tells everybody what there is to tell now. */
  void goOn() {
    for (Lane lane : List.copyOf(lanes.values())) {
      goOn(lane);
    }
    lanes.values().removeIf(lane -> lane.underWay == null && lane.episodes.isEmpty());
  }

  /** Nothing more is sent, and no answer is heeded. */
  void stop() {
    stopped = true;
    lanes.clear();
    outlet.metrics.noPending();
  }

  /** Sends nothing more; what is on its way is still written down. */
  void drain() {
    draining = true;
  }

  /** Whether no request is on its way, and every answer is written down. */
  boolean isIdle() {
    return inFlight == 0;
  }

  private void goOn(Lane lane) {
    if (stopped || draining || lane.underWay != null) {
      return;
    }
    Optional<Notice> next = next(lane);
    if (next.isPresent()) {
      lane.begin(next.get(), loop.instant());
      outlet.metrics.pending(lane.receiver.name(), 1);
      attempt(lane, next.get());
    } else {
      lane.forgetWhatIsOver(ledger.of(lane.receiver.name(), lane.cause));
    }
  }

  /** How many causes there is still something to tell of, to whom. */
  int lanes() {
    return lanes.size();
  }

  private Optional<Notice> next(Lane lane) {
    Delivery done = ledger.of(lane.receiver.name(), lane.cause);
    if (done != null) {
      lane.forget(done);
    }
    Delivery since = ledger.of(lane.receiver.name(), "");
    long known = since == null ? Micros.of(loop.instant()) : since.openedAt();
    PagePlan plan = new PagePlan(lane.receiver, known, !stale.isEmpty(), loop.instant());
    Optional<Notice> next = plan.next(done, lane.episodes.values());
    return next.isPresent() || done == null ? next : reminder(lane, done);
  }

  private Optional<Notice> reminder(Lane lane, Delivery done) {
    Optional<Duration> every = lane.receiver.target().reminder();
    AlertEpisode page = lane.episodes.get(done.page());
    if (every.isEmpty() || !done.isOpen() || page == null || !page.isOpen()) {
      return Optional.empty();
    }
    boolean due = !loop.instant().isBefore(lane.remindedAt.plus(every.get()));
    return due
        ? Optional.of(new Notice(NoticeKind.REMINDED, done.page(), page, done.severity()))
        : Optional.empty();
  }

  private void attempt(Lane lane, Notice notice) {
    if (stopped || draining) {
      return;
    }
    if (!outlet.lease.getAsBoolean()) {
      loop.later(LEASE_PAUSE, () -> attempt(lane, notice));
      return;
    }
    Delivery done = ledger.of(lane.receiver.name(), lane.cause);
    if (notice.kind() == NoticeKind.CLOSED && done != null && done.missed()) {
      write(lane, notice, true); // a page that was refused needs no end
      return;
    }
    lane.attempts++;
    inFlight++;
    outlet
        .transport
        .send(
            lane.receiver.target().request(notice, loop.instant()), lane.receiver.retry().timeout())
        .whenComplete(
            (answer, thrown) ->
                loop.run(() -> settle(lane, notice, thrown == null ? answer : Answer.of(thrown))));
  }

  private void settle(Lane lane, Notice notice, Answer answer) {
    inFlight--;
    if (stopped) {
      return;
    }
    String receiver = lane.receiver.name();
    Failure failure = answer.failure();
    if (failure == null) {
      outlet.metrics.delivered(receiver, notice.kind()).increment();
      if (notice.kind() != NoticeKind.REMINDED) {
        Instant decided = Micros.instant(notice.episode().changedAt());
        outlet.metrics.latency(receiver, Duration.between(decided, loop.instant()));
      }
      write(lane, notice, false);
      return;
    }
    outlet.metrics.failures(receiver, failure).increment();
    lane.mayBeTaken |= failure == Failure.TIMEOUT || failure == Failure.SERVER_ERROR;
    Duration pause = lane.receiver.retry().pause(lane.attempts, outlet.chance);
    if (answer.after().compareTo(pause) > 0) {
      pause = answer.after();
    }
    Instant next = loop.instant().plus(pause);
    boolean patient = next.isBefore(lane.firstAttempt.plus(lane.receiver.retry().giveUp()));
    if (notice.kind() == NoticeKind.REMINDED) {
      done(lane); // the next reminder comes anyway
    } else if (failure.passing() && patient) {
      LOG.debug("{}: {}: {}, again in {}", receiver, notice.page(), answer.told(), pause);
      loop.later(pause, () -> attempt(lane, notice));
    } else {
      giveUp(lane, notice, answer, failure);
    }
  }

  private void giveUp(Lane lane, Notice notice, Answer answer, Failure failure) {
    String receiver = lane.receiver.name();
    LOG.warn(
        "{}: {} of {} is given up after {} attempts: {} ({})",
        receiver,
        notice.kind().wire(),
        notice.page(),
        lane.attempts,
        failure.wire(),
        answer.told());
    outlet.metrics.undelivered(receiver).increment();
    ledger.giveUp(
        new DeadLetter(
            receiver,
            notice.deliveryId(),
            notice.kind(),
            notice.page(),
            Summary.of(notice.episode()),
            failure,
            answer.told(),
            lane.attempts,
            loop.instant()));
    write(lane, notice, notice.kind() == NoticeKind.OPENED && !lane.mayBeTaken);
  }

  /** Written down before the next is told: whoever comes after us must not tell it again. */
  private void write(Lane lane, Notice notice, boolean missed) {
    lane.remindedAt = loop.instant();
    if (notice.kind() == NoticeKind.REMINDED) {
      done(lane);
      return;
    }
    Delivery done = ledger.of(lane.receiver.name(), lane.cause);
    long openedAt =
        notice.kind() == NoticeKind.CLOSED
            ? lane.latestBefore(notice.episode().changedAt())
            : notice.kind() == NoticeKind.OPENED || done == null
                ? notice.episode().origin().openedAt()
                : done.openedAt();
    Delivery delivery =
        new Delivery(
            lane.receiver.name(),
            lane.cause,
            notice.page(),
            openedAt,
            notice.kind(),
            notice.episode().severity(),
            missed);
    inFlight++;
    awaited(
        ledger.write(delivery),
        () -> {
          inFlight--;
          done(lane);
        });
  }

  private void awaited(CompletableFuture<Void> written, Runnable then) {
    written.whenComplete(
        (unused, failure) ->
            loop.run(
                () -> {
                  if (failure != null) {
                    LOG.warn("a delivery cannot be written down: {}", failure.toString());
                  }
                  then.run();
                }));
  }

  private void done(Lane lane) {
    if (stopped) {
      return;
    }
    lane.underWay = null;
    outlet.metrics.pending(lane.receiver.name(), -1);
    goOn(lane);
  }
}
