// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.pull;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tideboard.connections.ConnectionStatus;
import io.tideboard.connections.PlatformConnection;
import java.util.function.ToDoubleFunction;

/**
 * How connections stand, by source and kind. read = told something + ignored + refused, in messages
 * or lines; told = acknowledged + pending, in events.
 */
public final class ConnectionMetrics {

  private static final String PREFIX = "tideboard.gateway.connection.";

  private final MeterRegistry metrics;

  /** On that page. */
  public ConnectionMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void show(String kind, PlatformConnection connection) {
    Shown shown = new Shown(kind, connection);
    shown.gauge("ready", "Whether it stands: 1 or 0", status -> status.ready() ? 1 : 0);
    shown.gauge("pending", "Events not yet acknowledged", ConnectionStatus::pending);
    shown.counter("opened", "How often it was opened", ConnectionStatus::opened);
    shown.counter("failed", "How often opening it failed", ConnectionStatus::failed);
    shown.counter("read", "Messages or lines that were read", ConnectionStatus::read);
    shown.counter("too.long", "Messages or lines dropped for length", ConnectionStatus::tooLong);
    shown.counter("ignored", "Messages or lines of no concern", ConnectionMetrics::ignored);
    shown.counter("refused", "Messages or lines that are no event", ConnectionStatus::refused);
    shown.counter("told", "Events that were made of them", ConnectionStatus::told);
    shown.counter("acknowledged", "Events that are in Kafka", ConnectionStatus::acknowledged);
    shown.counter("sent.again", "Batches that had to be repeated", ConnectionStatus::sentAgain);
  }

  private static double ignored(ConnectionStatus status) {
    return status.ignored().values().stream().mapToLong(count -> count).sum();
  }

  /** One connection on the page. */
  private final class Shown {
    private final String kind;
    private final PlatformConnection connection;

    Shown(String kind, PlatformConnection connection) {
      this.kind = kind;
      this.connection = connection;
    }

    void gauge(String name, String description, ToDoubleFunction<ConnectionStatus> value) {
      Gauge.builder(PREFIX + name, connection, c -> value.applyAsDouble(c.status()))
          .description(description)
          .tag("source", connection.source())
          .tag("kind", kind)
          .register(metrics);
    }

    void counter(String name, String description, ToDoubleFunction<ConnectionStatus> value) {
      FunctionCounter.builder(PREFIX + name, connection, c -> value.applyAsDouble(c.status()))
          .description(description)
          .tag("source", connection.source())
          .tag("kind", kind)
          .register(metrics);
    }
  }
}
