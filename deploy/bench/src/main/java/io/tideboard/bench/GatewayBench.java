// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.bench.load.LoadOrder;
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
 *       greatest rate; {@code .broker-cpu} and {@code .load-cpu} that of the other two meanwhile.
 *       The raw producer's {@code .cpu} is that of producer and broker, which share a process.
 *   <li>{@code gateway.memory}: the most memory that the gateway's process has had resident in all
 *       of this and in a last round with nearly as many bytes under way as one address may have.
 * </ul>
 *
 * <p>All take turns, and of each figure the median of the rounds counts: on a machine that others
 * use, too, one pause of theirs would make one p99.
 */
final class GatewayBench {

  private static final int BATCH = 100;

  /** A body of one event is worth about twenty events of a larger one. */
  private static final int SINGLES_SHARE = 20;

  private static final int STEADY_SECONDS = 4;
  private static final int LARGE_BATCH = 1_000;
  private static final int LARGE_REQUESTS = 2_000;

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
    GatewaySeries hundreds = new GatewaySeries("gateway.batch-100", BATCH, gateway, load);
    GatewaySeries singles = new GatewaySeries("gateway.batch-1", 1, gateway, load);
    Steadiness.reach(() -> producer.send(records, events));
    Steadiness.reach(() -> hundreds.greatest(events));
    Steadiness.reach(() -> singles.greatest(events / SINGLES_SHARE));

    Rounds raws = new Rounds();
    Rounds rawCpu = new Rounds();
    for (int round = 0; round < rounds; round++) {
      double before = ChildProcess.cpuSeconds(ProcessHandle.current());
      raws.add(producer.send(records, events));
      rawCpu.add((ChildProcess.cpuSeconds(ProcessHandle.current()) - before) / events * 1e6);
      hundreds.measureGreatest(events);
      singles.measureGreatest(events / SINGLES_SHARE);
    }
    for (int round = 0; round < rounds; round++) {
      hundreds.measureHalf(STEADY_SECONDS);
      singles.measureHalf(STEADY_SECONDS);
    }

    Figure raw = Figure.of("producer.raw", raws.median(), "events/s");
    sheet.add(raw);
    sheet.add(Figure.of("producer.raw.cpu", rawCpu.median(), GatewaySeries.CPU_UNIT));
    hundreds.print(raw, sheet);
    singles.print(raw, sheet);
    Double memory = memory();
    if (memory != null) {
      sheet.add(Figure.of("gateway.memory", memory, "MB"));
    }
  }

  private @Nullable Double memory() throws IOException {
    load.run(LoadOrder.greatest(LARGE_BATCH, LARGE_REQUESTS));
    return gateway.peakMegabytes();
  }
}
