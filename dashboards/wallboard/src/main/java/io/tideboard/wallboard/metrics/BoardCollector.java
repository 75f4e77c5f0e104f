// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.tideboard.core.agents.Repair;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.Rejection;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.events.AgentState;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.Standing;
import io.tideboard.wallboard.board.TeamStanding;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * The board as metrics, with absolute values, made anew for every scrape. A queue whose status is
 * too old is not exposed: an old number must not pass for a new one.
 */
final class BoardCollector implements MultiCollector {

  private static final double MILLIS = 1_000.0;

  private final Board board;
  private final QueueDefinitions catalog;
  private final Duration exposeFor;
  private final CounterFloor floor = new CounterFloor();

  BoardCollector(Board board, QueueDefinitions catalog, Duration exposeFor) {
    this.board = board;
    this.catalog = catalog;
    this.exposeFor = exposeFor;
  }

  @Override
  public MetricSnapshots collect() {
    Board.Now now = board.now();
    List<Standing> queues =
        board.queues().stream()
            .filter(each -> !each.receivedAt().isBefore(now.wall().minus(exposeFor)))
            .toList();
    MetricSnapshots.Builder page = MetricSnapshots.builder();
    for (LineGauge gauge : LineGauge.values()) {
      page.metricSnapshot(gauge(gauge.metric, gauge.help, queues, each -> gauge.of(each.status())));
    }
    for (TallyCounter counter : TallyCounter.values()) {
      page.metricSnapshot(counter(counter, queues));
    }
    page.metricSnapshot(repairs(queues));
    page.metricSnapshot(agentRepairs(now));
    page.metricSnapshot(rejected(queues));
    page.metricSnapshot(longestWait(queues, now));
    page.metricSnapshot(agents(now));
    page.metricSnapshot(serviceLevel(queues));
    page.metricSnapshot(
        gauge(
            "tideboard_service_level_target_ratio",
            "Share that should be served within the threshold.",
            queues,
            each -> definition(each).target()));
    page.metricSnapshot(
        gauge(
            "tideboard_queue_open",
            "1 within the queue's opening hours, else 0.",
            queues,
            each -> definition(each).isOpen(each.status().freshness().asOf()) ? 1 : 0));
    page.metricSnapshot(
        gauge(
            "tideboard_snapshot_timestamp_seconds",
            "When the status that these figures come from was published.",
            queues,
            each -> each.receivedAt().toEpochMilli() / MILLIS));
    return page.build();
  }

  private static GaugeSnapshot gauge(
      String name, String help, List<Standing> queues, ToDoubleFunction<Standing> value) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    for (Standing each : queues) {
      gauge.dataPoint(point(labels(each), value.applyAsDouble(each)));
    }
    return gauge.build();
  }

  private CounterSnapshot counter(TallyCounter counter, List<Standing> queues) {
    CounterSnapshot.Builder built =
        CounterSnapshot.builder().name(counter.metric).help(counter.help);
    for (Standing each : queues) {
      long value = counter.of(each.status().counts());
      built.dataPoint(point(each.key(), labels(each), counter.metric, value));
    }
    return built.build();
  }

  private CounterSnapshot repairs(List<Standing> queues) {
    CounterSnapshot.Builder built =
        CounterSnapshot.builder()
            .name("tideboard_repairs")
            .help("What was put right of visits and legs where events are missing.");
    for (Standing each : queues) {
      for (RepairCounter repair : RepairCounter.values()) {
        long value = each.status().counts().total().get(repair.measure);
        built.dataPoint(
            point(each.key(), labels(each).add("repair", repair.wire()), repair.wire(), value));
      }
    }
    return built.build();
  }

  private CounterSnapshot rejected(List<Standing> queues) {
    CounterSnapshot.Builder built =
        CounterSnapshot.builder()
            .name("tideboard_rejected")
            .help("Events of the queue that are not counted, but kept in tideboard.rejected.");
    for (Standing each : queues) {
      for (Rejection why : Rejection.values()) {
        long value = each.status().counts().rejected().get(why.ordinal());
        built.dataPoint(
            point(each.key(), labels(each).add("reason", why.wire()), why.wire(), value));
      }
    }
    return built.build();
  }

  private CounterSnapshot agentRepairs(Board.Now now) {
    CounterSnapshot.Builder built =
        CounterSnapshot.builder()
            .name("tideboard_agent_repairs")
            .help("What was put right of what was told of a queue's agents.");
    for (TeamStanding each : fresh(now)) {
      String queue = each.status().queue();
      for (Repair repair : Repair.values()) {
        Labels labels = Labels.of("queue", queue, "repair", repair.wire());
        QueueKey key = new QueueKey(queue, TeamStatus.EVERY_CHANNEL);
        built.dataPoint(
            point(key, labels, repair.wire(), each.status().repairs().get(repair.ordinal())));
      }
    }
    return built.build();
  }

  private CounterSnapshot.CounterDataPointSnapshot point(
      QueueKey key, Labels labels, String name, long value) {
    return CounterSnapshot.CounterDataPointSnapshot.builder()
        .labels(labels)
        .value(floor.atLeastAsBefore(key, name, value))
        .build();
  }

  private List<TeamStanding> fresh(Board.Now now) {
    return board.staff().teams().stream()
        .filter(each -> !each.receivedAt().isBefore(now.wall().minus(exposeFor)))
        .toList();
  }

  private static GaugeSnapshot longestWait(List<Standing> queues, Board.Now now) {
    return gauge(
        "tideboard_longest_wait_seconds",
        "How long the contact that waits longest has waited; 0 when none waits.",
        queues,
        each -> {
          OptionalLong oldest = each.status().line().oldest();
          return oldest.isEmpty() || now.stream() == null
              ? 0
              : Math.max(0, Micros.seconds(Micros.of(now.stream()) - oldest.getAsLong()));
        });
  }

  /** Who is signed in, by state; a state in which nobody is stands at 0. */
  private GaugeSnapshot agents(Board.Now now) {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder()
            .name("tideboard_agents")
            .help("Agents of the queue in that state; who talks is busy, whatever is claimed.");
    for (TeamStanding each : fresh(now)) {
      for (AgentState state : AgentState.values()) {
        if (state != AgentState.OFFLINE) {
          Labels labels = Labels.of("queue", each.status().queue(), "state", state.wire());
          gauge.dataPoint(point(labels, each.status().agents().getOrDefault(state, 0)));
        }
      }
    }
    return gauge.build();
  }

  /** Left out where there is no data: 0 would be an alarm, and 1 a lie. */
  private GaugeSnapshot serviceLevel(List<Standing> queues) {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder()
            .name("tideboard_service_level_ratio")
            .help("Share served in time, by the queue's formula.");
    for (Standing each : queues) {
      List<PeriodCounts> windows = each.status().counts().windows();
      for (int i = 0; i < windows.size(); i++) {
        String window = QueueStatus.WINDOW_MINUTES[i] + "m";
        definition(each)
            .formula()
            .of(windows.get(i))
            .ifPresent(level -> gauge.dataPoint(point(labels(each).add("window", window), level)));
      }
    }
    return gauge.build();
  }

  private QueueDefinition definition(Standing queue) {
    return catalog.of(queue.key().queue());
  }

  private static Labels labels(Standing queue) {
    return Labels.of("queue", queue.key().queue(), "channel", queue.key().channel());
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }
}
