// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.Estimates;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.Measure;
import io.tideboard.events.Event;
import io.tideboard.testkit.oracle.Difference;
import io.tideboard.testkit.oracle.NaiveOracle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However the events of a history arrive, the core tells what the naive oracle tells of it. */
class AnyOrderTest {

  private static final int CONTACTS = 25;

  @Property(tries = 50)
  void inOrder(@ForAll long seed) {
    List<Event> history = Histories.of(seed, CONTACTS);
    agree(PureEngine.after(history, Catalogs.MIXED), history);
  }

  @Property(tries = 100)
  void shuffledAndDuplicated(@ForAll long seed) {
    List<Event> history = Histories.of(seed, CONTACTS);
    Disorder disorder = Disorder.seeded(seed);
    List<Event> arriving = disorder.shuffled(disorder.duplicated(history, 0.5));
    agree(PureEngine.after(arriving, Catalogs.MIXED), history);
  }

  @Property(tries = 100)
  void delayedWithTimeAtRandomAndRestartsOnTheWay(@ForAll long seed) {
    List<Event> history = Histories.of(seed, CONTACTS);
    Disorder disorder = Disorder.seeded(seed);
    List<Event> arriving = disorder.delayed(disorder.duplicated(history, 0.2), LATEST);
    agree(hurried(arriving, new Random(seed)), history);
  }

  @Property(tries = 100)
  void withEventsMissing(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> history = disorder.cut(Histories.of(seed, CONTACTS), 0.25);
    agree(PureEngine.after(disorder.shuffled(history), Catalogs.MIXED), history);
  }

  @Property(tries = 100)
  void withRestartsOfTheSender(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> history =
        Platforms.restarting(seed, disorder.cut(Histories.of(seed, CONTACTS), 0.15));
    agree(hurried(disorder.shuffled(disorder.duplicated(history, 0.3)), new Random(seed)), history);
  }

  @Property(tries = 100)
  void withThePlatformsListsOfWhoWaits(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> history =
        Platforms.restarting(
            seed, Platforms.listing(seed, disorder.cut(Histories.of(seed, CONTACTS), 0.25)));
    agree(PureEngine.after(history, Catalogs.MIXED), history);
  }

  @Property(tries = 100)
  void withThePlatformsListsAmongEventsThatAreShuffledAndDoubled(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> history =
        Platforms.restarting(
            seed, Platforms.listing(seed, disorder.cut(Histories.of(seed, CONTACTS), 0.25)));
    List<Event> arriving = disorder.shuffled(disorder.duplicated(history, 0.3));
    agree(PureEngine.after(arriving, Catalogs.MIXED), history);
  }

  @Property(tries = 100)
  void withThePlatformsListsComingLateAndRestartsOnTheWay(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> history =
        Platforms.restarting(
            seed, Platforms.listing(seed, disorder.cut(Histories.of(seed, CONTACTS), 0.25)));
    List<Event> arriving = disorder.delayed(disorder.duplicated(history, 0.2), LATEST);
    agree(hurried(arriving, new Random(seed)), history);
  }

  @Property(tries = 100)
  void withWrongClocks(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> history = disorder.skewed(Histories.of(seed, CONTACTS), 0.3, Duration.ofMinutes(6));
    agree(hurried(disorder.shuffled(history), new Random(seed)), history);
  }

  @Property(tries = 100)
  void estimatesAreTheSameInWhateverOrderEventsArrive(@ForAll long seed) {
    List<Event> history = Histories.of(seed, CONTACTS);
    Disorder disorder = Disorder.seeded(seed);
    PureEngine inOrder = PureEngine.after(history, Catalogs.MIXED);
    PureEngine shuffled =
        PureEngine.after(disorder.shuffled(disorder.duplicated(history, 0.5)), Catalogs.MIXED);
    inOrder.advanceToTheEnd();
    shuffled.advanceToTheEnd();
    for (QueueKey key : inOrder.queues()) {
      assertThat(Estimates.of(shuffled.status(key, last(history)), null))
          .as(key.wire())
          .isEqualTo(Estimates.of(inOrder.status(key, last(history)), null));
    }
  }

  private static final Duration LATEST = Duration.ofMinutes(20);

  /**
   * Time jumps ahead at random, and with it contacts are followed, of whom several events may have
   * come by then; deltas wait at random, and now and then everything restarts.
   */
  private static PureEngine hurried(List<Event> arriving, Random random) {
    PureEngine engine = new PureEngine(Catalogs.MIXED);
    int together = 1 + random.nextInt(60);
    // Boards follow in time, too, but not beyond the first instant that is asked for in the end.
    Instant from = last(arriving).minusSeconds(3600 + 18_000);
    int done = 0;
    for (Event event : arriving) {
      if (random.nextInt(together) == 0) {
        engine.advanceTo(event.header().occurredAt().plusMillis(random.nextInt(90_000)));
      }
      engine.on(event);
      if (random.nextInt(together + 4) == 0) {
        engine.flush();
      }
      for (QueueKey key : engine.queues()) {
        if (random.nextInt(6) == 0) {
          engine.status(key, from.plusSeconds(done * 18_000 / arriving.size()));
        }
      }
      done++;
      if (random.nextInt(together + 11) == 0) {
        engine.restart();
      }
    }
    return engine;
  }

  private static void agree(PureEngine engine, List<Event> history) {
    engine.advanceToTheEnd();
    NaiveOracle oracle = NaiveOracle.of(history, Catalogs.MIXED);
    List<String> differences = new ArrayList<>();
    differences.addAll(Difference.ofMaps("breach", oracle.breaches(), engine.breaches()));
    differences.addAll(Difference.ofRows(oracle.rows(), engine.rows(), Catalogs.MIXED));
    Instant last = history.isEmpty() ? Instant.EPOCH : last(history);
    for (QueueKey key : oracle.queues()) {
      assertThat(abandoned(engine, key)).as("%s abandoned", key).isEqualTo(oracle.abandoned(key));
      for (int minutes = 0; minutes <= 180; minutes += 36) {
        differences.addAll(atInstant(engine, oracle, key, last.minusSeconds(3600 - minutes * 60)));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<String> atInstant(
      PureEngine engine, NaiveOracle oracle, QueueKey key, Instant now) {
    List<String> differences = new ArrayList<>();
    QueueStatus status = engine.status(key, now);
    QueueStatus.Counts counts = status.counts();
    differences.addAll(Difference.ofMeasures(key + " total", oracle.total(key), counts.total()));
    differences.addAll(
        Difference.ofCounts(key + " today " + now, oracle.today(key, now), counts.today()));
    for (int i = 0; i < QueueStatus.WINDOW_MINUTES.length; i++) {
      int minutes = QueueStatus.WINDOW_MINUTES[i];
      differences.addAll(
          Difference.ofCounts(
              key + " " + minutes + "m at " + now,
              oracle.window(key, now, minutes),
              counts.windows().get(i)));
    }
    if (counts.breaches() != breaches(oracle, key)) {
      differences.add(
          key + " breaches: expected " + breaches(oracle, key) + ", was " + counts.breaches());
    }
    assertThat(status.line().waiting()).as("%s waiting", key).isEqualTo(oracle.stillWaiting(key));
    assertThat(status.line().inProgress())
        .as("%s in progress", key)
        .isEqualTo(oracle.stillInProgress(key));
    assertThat(ended(counts.total()) + status.line().waiting())
        .as("%s: offered = answered + abandoned + flowed out + callbacks + lost + waiting", key)
        .isEqualTo(counts.total().get(Measure.OFFERED));
    return differences;
  }

  private static List<String> abandoned(PureEngine engine, QueueKey key) {
    return engine.abandons().values().stream()
        .filter(abandon -> abandon.key().equals(key))
        .map(of -> Micros.instant(of.offeredAt()) + " to " + Micros.instant(of.at()))
        .sorted()
        .toList();
  }

  private static long breaches(NaiveOracle oracle, QueueKey key) {
    return oracle.breaches().values().stream()
        .filter(breach -> breach.kind() == BreachKind.BREACH && breach.key().equals(key))
        .count();
  }

  static long ended(Counted tally) {
    return tally.get(Measure.ANSWERED)
        + tally.get(Measure.ABANDONED)
        + tally.get(Measure.FLOWED_OUT)
        + tally.get(Measure.CALLBACKS)
        + tally.get(Measure.LOST);
  }

  private static Instant last(List<Event> history) {
    return Micros.instant(
        history.stream().mapToLong(e -> Micros.of(e.header().occurredAt())).max().orElseThrow());
  }
}
