// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.AbandonRecord;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.wallboard.table.ForecastTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest of everything. One thread tells it what came; any thread may look. Every change that
 * viewers should hear of gets the next sequence number, so whoever remembers one number can be told
 * what is new since.
 */
public final class Board {

  private final InstantSource clock;
  private final ConcurrentNavigableMap<QueueKey, Standing> queues = new ConcurrentSkipListMap<>();
  private final ForecastTable forecasts = new ForecastTable();
  private final Staff staff = new Staff();
  private final BreachLog breaches;
  private final AbandonLog abandons;
  private final AlertLog alerts = new AlertLog();
  private final WaitingTrend trend = new WaitingTrend();
  private final StreamTime streamTime;
  private volatile long sequence;
  private volatile long forecastSequence;

  public Board(BoardLimits limits, InstantSource clock) {
    this.clock = clock;
    this.breaches = new BreachLog(limits);
    this.abandons = new AbandonLog(AbandonLog.MOST, AbandonLog.LONGEST);
    this.streamTime = new StreamTime(limits.countOn());
  }

  /**
   * Takes a status, unless a fresher one is here.
   *
   * @param receivedAt when Kafka took it
   */
  public void take(QueueStatus status, Instant receivedAt) {
    Standing known = queues.get(status.key());
    if (known == null || status.freshness().compareTo(known.status().freshness()) >= 0) {
      streamTime.tell(Micros.instant(status.freshness().asOf()), receivedAt);
      trend.tell(status.key(), status.freshness().asOf(), status.line().waiting());
      QueueStatus news = known == null ? status : status.notBelow(known.status());
      queues.put(status.key(), new Standing(news, receivedAt, sequence + 1, null));
      sequence = sequence + 1;
    }
  }

  /**
   * Takes a breach record in place of an earlier one of its id.
   *
   * @param receivedAt when Kafka took it
   */
  public void take(BreachRecord breach, Instant receivedAt) {
    breaches.take(breach, receivedAt, sequence + 1);
    sequence = sequence + 1;
  }

  /**
   * Takes a contact that gave up waiting, in place of an earlier record of its id.
   *
   * @param receivedAt when Kafka took it
   */
  public void take(AbandonRecord abandon, Instant receivedAt) {
    abandons.take(abandon, receivedAt);
  }

  /**
   * Takes how an alert episode stands.
   *
   * @param receivedAt when Kafka took it
   */
  public void take(AlertEpisode episode, Instant receivedAt) {
    alerts.take(episode, receivedAt);
  }

  /**
   * Takes what an agent does, unless something fresher is here.
   *
   * @param receivedAt when Kafka took it
   */
  public void take(AgentStatus status, Instant receivedAt) {
    if (staff.take(status, receivedAt, sequence + 1)) {
      streamTime.tell(Micros.instant(status.freshness().asOf()), receivedAt);
      sequence = sequence + 1;
    }
  }

  /**
   * Takes how a team stands, unless something fresher is here.
   *
   * @param receivedAt when Kafka took it
   */
  public void take(TeamStatus status, Instant receivedAt) {
    if (staff.take(status, receivedAt, sequence + 1)) {
      streamTime.tell(Micros.instant(status.freshness().asOf()), receivedAt);
      sequence = sequence + 1;
    }
  }

  /** Takes what is expected of an interval, in place of what was before. */
  public void take(ForecastRow row) {
    forecasts.upsert(row, sequence + 1);
    forecastSequence = sequence + 1;
    sequence = sequence + 1;
  }

  /** The last change of a forecast. */
  public long forecastSequence() {
    return forecastSequence;
  }

  /** What is expected. */
  public ForecastTable forecasts() {
    return forecasts;
  }

  /** Nothing is known of an agent any more. */
  public void forgetAgent(String agent) {
    if (staff.forgetAgent(agent, sequence + 1)) {
      sequence = sequence + 1;
    }
  }

  /** A queue has no team any more. */
  public void forgetTeam(String queue) {
    staff.forgetTeam(queue);
  }

  /** Every queue and channel, by name. */
  public List<Standing> queues() {
    return queues.values().stream().map(each -> each.with(staff.team(each.key().queue()))).toList();
  }

  /** The agents and the teams. */
  public Staff staff() {
    return staff;
  }

  /** The breaches that hold and that a filter lets through, by time and id. */
  public List<Breach> breaches(Predicate<Breach> filter) {
    breaches.expire(clock.instant());
    return breaches.holding(filter);
  }

  /** The contacts whose promise is at risk or broken and not settled, the longest first. */
  public List<Overdue> overdue(Predicate<Breach> filter) {
    Instant now = now().stream();
    return Overdue.of(breaches(filter), now == null ? Long.MIN_VALUE : Micros.of(now));
  }

  /** How many waited in the last hour. */
  public WaitingTrend trend() {
    return trend;
  }

  /** The contacts that gave up waiting. */
  public AbandonLog abandons() {
    abandons.expire(clock.instant());
    return abandons;
  }

  /** The alert episodes. */
  public AlertLog alerts() {
    alerts.expire(clock.instant());
    return alerts;
  }

  /** What breaches were told or withdrawn after that change; the latest {@code most} of them. */
  public List<ToldBreach> breachesAfter(long sequence, int most) {
    return breaches.after(sequence, most);
  }

  /** The number of the latest change: everything up to it can be seen. */
  public long sequence() {
    return sequence;
  }

  /** What time it is here and in the stream. */
  public Now now() {
    Instant wall = clock.instant();
    return new Now(wall, streamTime.at(wall), streamTime.lastReceived());
  }

  /**
   * What time it is.
   *
   * @param wall by the clock
   * @param stream in the stream; null when no status ever came
   * @param receivedAt when Kafka took the latest status; null when none ever came
   */
  public record Now(Instant wall, @Nullable Instant stream, @Nullable Instant receivedAt) {}
}
