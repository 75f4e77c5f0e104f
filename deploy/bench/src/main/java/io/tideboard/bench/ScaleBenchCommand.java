// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Event;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code bench scale}: what it costs the live job when one queue gets nearly everything, and when
 * very many contacts are open on very many queues.
 */
@Command(
    name = "scale",
    description = "Measure the live job with one crowded queue, and with many.")
final class ScaleBenchCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;
  private static final int MOST_OF_TEN = 8;
  private static final int FEW = 1_000;
  private static final String EVEN = "scale.even";
  private static final String CROWDED = "scale.crowded";

  @Option(names = "--open", description = "Contacts that stay open. Default: ${DEFAULT-VALUE}")
  private int open = 1_000_000;

  @Option(names = "--queues", description = "Queues they are in. Default: ${DEFAULT-VALUE}")
  private int queues = 10_000;

  @ParentCommand private BenchCommand bench;

  @Override
  public Integer call() throws Exception {
    compare(EVEN, SimulatedLog.events(), CROWDED, crowded(), false);
    compare("scale.open-" + FEW, withOpen(FEW), "scale.open-" + open, withOpen(open), true);
    return 0;
  }

  private static Iterator<Event> crowded() {
    return Spread.crowding(SimulatedLog.events(), MOST_OF_TEN);
  }

  private Iterator<Event> withOpen(int contacts) {
    return Spread.withOpen(contacts, queues, SimulatedLog.events());
  }

  /** Both in turns, each with a log of its own, the second against the first. */
  private void compare(
      String usual,
      Iterator<Event> events,
      String other,
      Iterator<Event> otherEvents,
      boolean patient)
      throws Exception {
    BenchOptions options = bench.options();
    int count = options.events(2 * Math.max(open, 1_000_000));
    try (EmbeddedKafka kafka = filled(events, count);
        EmbeddedKafka otherKafka = filled(otherEvents, count);
        JobProcess job = JobProcess.start(options.parallelism())) {
      Map<String, Trip> medians =
          new JobRace(System.err)
              .withRunner(usual, many -> job.run(order(kafka, many, patient)))
              .withRunner(other, many -> job.run(order(otherKafka, many, patient)))
              .run(count, options.rounds());
      Figure figure = rate(usual, medians);
      options.sheet().add(figure);
      options.sheet().add(rate(other, medians).against(figure));
    }
  }

  private JobOrder order(EmbeddedKafka kafka, long events, boolean patient) {
    return new JobOrder(kafka.bootstrapServers(), bench.options().parallelism(), events, patient);
  }

  private static EmbeddedKafka filled(Iterator<Event> events, int count) throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(PARTITIONS);
    SimulatedLog.fill(kafka.bootstrapServers(), events, count, EnumSet.of(LogForm.COMPACT));
    return kafka;
  }

  private static Figure rate(String name, Map<String, Trip> medians) {
    return Figure.of(name, Objects.requireNonNull(medians.get(name)).rate(), "events/s");
  }
}
