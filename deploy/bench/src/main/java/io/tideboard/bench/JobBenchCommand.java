// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.flink.EmbeddedFlink;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code bench job}: the live job, a job that only counts, and the peers, over the same log. */
@Command(name = "job", description = "Measure the live job beside one that only counts, and peers.")
final class JobBenchCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;
  private static final int EVENTS = 5_000_000;
  private static final int ROUNDS = 5;
  private static final String CEILING = "job.ceiling";
  private static final String LIVE = "job.live";

  @ParentCommand private BenchCommand bench;

  @Override
  public Integer call() throws Exception {
    measure(bench.options());
    return 0;
  }

  void measure(BenchOptions options) throws Exception {
    List<Peer> peers =
        ServiceLoader.load(Peer.class).stream().map(ServiceLoader.Provider::get).toList();
    if (peers.isEmpty()) {
      System.err.println("No peers on the class path: the live job is compared with none.");
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      fill(kafka, options.events(EVENTS), peers);
      try (EmbeddedFlink flink = EmbeddedFlink.start(options.parallelism())) {
        JobBench jobs = new JobBench(flink, kafka.bootstrapServers(), options.parallelism());
        JobRace race = new JobRace(System.err).with(CEILING, jobs::ceiling).with(LIVE, jobs::live);
        peers.forEach(peer -> race.with(figure(peer), () -> jobs.peer(peer)));
        show(race.run(options.events(EVENTS), options.rounds(ROUNDS)), options.sheet());
      }
    }
  }

  private static void fill(EmbeddedKafka kafka, int events, List<Peer> peers) throws Exception {
    kafka.createTopics(PARTITIONS);
    Set<LogForm> forms = EnumSet.of(LogForm.COMPACT);
    List<String> topics = new ArrayList<>();
    for (Peer peer : peers) {
      topics.add(JobBench.resultsOf(peer));
      if (forms.add(peer.reads())) {
        topics.add(peer.reads().topic());
      }
    }
    BenchTopics.create(kafka.bootstrapServers(), PARTITIONS, topics);
    SimulatedLog.fill(kafka.bootstrapServers(), SimulatedLog.events(), events, forms);
  }

  private static String figure(Peer peer) {
    return "peer." + peer.name();
  }

  /** Each rate; then how the live job stands to each of the others; then what each works. */
  private static void show(Map<String, Trip> medians, FigureSheet sheet) {
    medians.forEach(
        (name, trip) -> {
          if (!name.equals(LIVE)) {
            sheet.add(rate(name, trip));
          }
        });
    Figure live = rate(LIVE, Objects.requireNonNull(medians.get(LIVE)));
    medians.forEach(
        (name, trip) -> {
          if (!name.equals(LIVE)) {
            sheet.add(live.against(rate(name, trip)));
          }
        });
    medians.forEach(
        (name, trip) -> sheet.add(Figure.of(name + ".cpu", trip.cpu(), "CPU-s/million")));
  }

  private static Figure rate(String name, Trip trip) {
    return Figure.of(name, trip.rate(), "events/s");
  }
}
