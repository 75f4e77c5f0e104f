// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.bench.load.LoadOrder;
import io.tideboard.bench.load.LoadReport;
import java.io.IOException;

/**
 * The rounds of the gateway with one size of request; what they mean is in {@link GatewayBench}.
 */
final class GatewaySeries {

  static final String CPU_UNIT = "CPU-s/million";

  private final String name;
  private final int eventsARequest;
  private final GatewayProcess gateway;
  private final LoadProcess load;
  private final Rounds rates = new Rounds();
  private final Rounds gatewayCpu = new Rounds();
  private final Rounds brokerCpu = new Rounds();
  private final Rounds loadCpu = new Rounds();
  private final Rounds p50 = new Rounds();
  private final Rounds p99 = new Rounds();

  GatewaySeries(String name, int eventsARequest, GatewayProcess gateway, LoadProcess load) {
    this.name = name;
    this.eventsARequest = eventsARequest;
    this.gateway = gateway;
    this.load = load;
  }

  /** Sends so many events as fast as they are answered; events a second. */
  double greatest(int events) throws IOException {
    int requests = events / eventsARequest;
    LoadReport report = load.run(LoadOrder.greatest(eventsARequest, requests));
    return requests * eventsARequest / report.seconds();
  }

  /** One round at the greatest rate. */
  void measureGreatest(int events) throws IOException {
    double ofGateway = gateway.cpuSeconds();
    double ofBroker = ChildProcess.cpuSeconds(ProcessHandle.current());
    double ofLoad = load.cpuSeconds();
    rates.add(greatest(events));
    double millions = events / 1e6;
    gatewayCpu.add((gateway.cpuSeconds() - ofGateway) / millions);
    brokerCpu.add((ChildProcess.cpuSeconds(ProcessHandle.current()) - ofBroker) / millions);
    loadCpu.add((load.cpuSeconds() - ofLoad) / millions);
  }

  /** One round at half of the greatest rate so far. */
  void measureHalf(int seconds) throws IOException {
    double perSecond = rates.median() / eventsARequest / 2;
    LoadReport half = load.run(LoadOrder.steady(eventsARequest, perSecond, seconds));
    p50.add(half.p50Millis());
    p99.add(half.p99Millis());
  }

  void print(Figure raw, FigureSheet sheet) {
    sheet.add(Figure.of(name, rates.median(), "events/s").against(raw));
    sheet.add(Figure.of(name + ".p50", p50.median(), "ms"));
    sheet.add(Figure.of(name + ".p99", p99.median(), "ms"));
    sheet.add(Figure.of(name + ".cpu", gatewayCpu.median(), CPU_UNIT));
    sheet.add(Figure.of(name + ".broker-cpu", brokerCpu.median(), CPU_UNIT));
    sheet.add(Figure.of(name + ".load-cpu", loadCpu.median(), CPU_UNIT));
  }
}
