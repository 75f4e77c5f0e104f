// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.bench.load.LoadOrder;
import io.tideboard.bench.load.LoadReport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's figures, with generator, gateway and broker on this one machine, each in a process
 * of its own, over loopback, every event acknowledged by Kafka with acks=all.
 *
 * <ul>
 *   <li>{@code producer.raw}: see {@link RawProducer}.
 *   <li>{@code gateway.batch-100}, {@code gateway.batch-1}: the greatest rate over 64 connections
 *       with one request in flight on each, of 100 events and of one event.
 *   <li>{@code .p50}, {@code .p99}: how long a request takes at half of that rate, from when it was
 *       due to its 202.
 *   <li>{@code .cpu}: processor time of the gateway's process alone, per million events, at the
 *       greatest rate.
 *   <li>{@code gateway.memory}: the most memory that the gateway's process has had resident in all
 *       of this and in a last round with nearly as many bytes under way as one address may have.
 * </ul>
 */
final class GatewayBench {

  private static final int BATCH = 100;

  /** A body of one event is worth about twenty events of a larger one. */
  private static final int SINGLES_SHARE = 20;

  private static final int STEADY_SECONDS = 8;
  private static final int LARGE_BATCH = 1_000;
  private static final int LARGE_REQUESTS = 2_000;
  private static final int WARM_UP_SHARE = 3;

  private final RawProducer producer;
  private final GatewayProcess gateway;
  private final LoadProcess load;
  private final EventLoad records = AdmittedRecords.make();

  GatewayBench(RawProducer producer, GatewayProcess gateway, LoadProcess load) {
    this.producer = producer;
    this.gateway = gateway;
    this.load = load;
  }

  /** Rounds of so many events each, in turn, so that all have the same machine. */
  void measure(int rounds, int events, FigureSheet sheet) throws Exception {
    warmUp(events / WARM_UP_SHARE);
    double[] raws = new double[rounds];
    Series hundreds = new Series("gateway.batch-100", BATCH, rounds);
    Series singles = new Series("gateway.batch-1", 1, rounds);
    for (int round = 0; round < rounds; round++) {
      raws[round] = producer.send(records, events);
      hundreds.measure(round, events);
      singles.measure(round, events / SINGLES_SHARE);
    }
    Figure raw = Figure.of("producer.raw", Medians.of(raws), "events/s");
    sheet.add(raw);
    hundreds.print(raw, sheet);
    singles.print(raw, sheet);
    Double memory = memory();
    if (memory != null) {
      sheet.add(Figure.of("gateway.memory", memory, "MB"));
    }
  }

  private void warmUp(int events) throws Exception {
    Steadiness.reach(() -> producer.send(records, events));
    Steadiness.reach(() -> greatest(BATCH, events));
    Steadiness.reach(() -> greatest(1, events / SINGLES_SHARE));
  }

  /** Events a second. */
  private double greatest(int eventsARequest, int events) throws IOException {
    int requests = events / eventsARequest;
    LoadReport report = load.run(LoadOrder.greatest(eventsARequest, requests));
    return requests * eventsARequest / report.seconds();
  }

  private @Nullable Double memory() throws IOException {
    load.run(LoadOrder.greatest(LARGE_BATCH, LARGE_REQUESTS));
    return gateway.peakMegabytes();
  }

  /** The rounds with one size of request. */
  private final class Series {
    private final String name;
    private final int eventsARequest;
    private final double[] rates;
    private final double[] cpu;

    Series(String name, int eventsARequest, int rounds) {
      this.name = name;
      this.eventsARequest = eventsARequest;
      this.rates = new double[rounds];
      this.cpu = new double[rounds];
    }

    void measure(int round, int events) throws IOException {
      double before = gateway.cpuSeconds();
      rates[round] = greatest(eventsARequest, events);
      cpu[round] = (gateway.cpuSeconds() - before) / events * 1e6;
    }

    void print(Figure raw, FigureSheet sheet) throws IOException {
      double greatest = Medians.of(rates);
      sheet.add(Figure.of(name, greatest, "events/s").against(raw));
      LoadReport half =
          load.run(LoadOrder.steady(eventsARequest, greatest / eventsARequest / 2, STEADY_SECONDS));
      sheet.add(Figure.of(name + ".p50", half.p50Millis(), "ms"));
      sheet.add(Figure.of(name + ".p99", half.p99Millis(), "ms"));
      sheet.add(Figure.of(name + ".cpu", Medians.of(cpu), "CPU-s/million"));
    }
  }
}
