// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.pull;

import io.tideboard.connections.PlatformConnection;
import io.tideboard.gateway.admission.Admission;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.publish.EventCounters;
import io.tideboard.gateway.publish.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of a gateway: opened with it, and closed before the log that they write to. */
public final class Connections implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private final Admission admission;
  private final EventLog log;
  private final EventCounters counters;
  private final ConnectionMetrics metrics;
  private final List<PlatformConnection> open = new ArrayList<>();

  /** None yet. */
  public Connections(
      Admission admission, EventLog log, EventCounters counters, ConnectionMetrics metrics) {
    this.admission = admission;
    this.log = log;
    this.counters = counters;
    this.metrics = metrics;
  }

  /** Opens one, and keeps it open. */
  public void open(ConnectionSettings settings) {
    AdmittingSink sink = new AdmittingSink(admission, log, counters, Caller.of(settings.source()));
    PlatformConnection connection = settings.opening().apply(sink);
    open.add(connection);
    metrics.show(settings.kind(), connection);
  }

  /** Ends all at the same time: each waits a little for what is under way. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            open.stream()
                .map(
                    connection ->
                        CompletableFuture.runAsync(() -> close(connection), Connections::start))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static void close(PlatformConnection connection) {
    try {
      connection.close();
    } catch (RuntimeException e) {
      LOG.warn("The connection of {} did not close properly", connection.source(), e);
    }
  }

  private static void start(Runnable closing) {
    new Thread(closing, "tideboard-closing").start();
  }
}
