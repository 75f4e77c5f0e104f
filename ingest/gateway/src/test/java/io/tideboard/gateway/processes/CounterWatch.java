// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Reads a gateway's metrics again and again: the counters of events add up on every page. */
final class CounterWatch implements Callable<Integer> {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI metrics;
  private volatile boolean ending;
  private volatile double mostSpooled;

  CounterWatch(URI metrics) {
    this.metrics = metrics;
  }

  void end() {
    ending = true;
  }

  /** The most records that were seen waiting in the spool. */
  double mostSpooled() {
    return mostSpooled;
  }

  /** How many pages there were. */
  @Override
  public Integer call() throws InterruptedException {
    int pages = 0;
    while (!ending) {
      String page = page(metrics);
      if (!page.isEmpty()) {
        pages++;
        mostSpooled = Math.max(mostSpooled, sum(page, "spool_waiting"));
        double accepted = sum(page, "accepted_total");
        assertThat(sum(page, "received_total")).isEqualTo(accepted + sum(page, "rejected_total"));
        assertThat(accepted).isEqualTo(sum(page, "published_total") + sum(page, "failed_total"));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return pages;
  }

  /** Records that are still to be forwarded; -1 when the gateway does not answer. */
  static double spooled(URI metrics) throws InterruptedException {
    String page = page(metrics);
    return page.isEmpty() ? -1 : sum(page, "spool_waiting");
  }

  /** Open connections, the one that asks among them; 0 when the gateway does not answer. */
  static double connections(URI metrics) throws InterruptedException {
    return sum(page(metrics), "connections");
  }

  private static String page(URI metrics) throws InterruptedException {
    try {
      return CLIENT
          .send(
              HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(10)).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException theGatewayIsDead) {
      return "";
    }
  }

  private static double sum(String page, String name) {
    String prefix = "tideboard_gateway_" + name;
    return page.lines()
        .filter(line -> line.startsWith(prefix + " ") || line.startsWith(prefix + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
