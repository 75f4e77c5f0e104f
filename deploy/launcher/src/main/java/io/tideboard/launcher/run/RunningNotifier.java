// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.paging.Notifier;
import io.tideboard.paging.PagingServer;
import io.tideboard.paging.PagingSettings;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A notifier with its metrics, and what shows them. */
public final class RunningNotifier implements AutoCloseable {

  private final Notifier notifier;
  private final PagingServer server;

  private RunningNotifier(Notifier notifier, PagingServer server) {
    this.notifier = notifier;
    this.server = server;
  }

  /**
   * Starts both.
   *
   * @throws CommandFailed when the address cannot be listened on
   */
  public static RunningNotifier start(PagingSettings settings, InetSocketAddress address) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    Notifier notifier = Notifier.start(settings, registry);
    try {
      return new RunningNotifier(notifier, PagingServer.start(address, notifier, registry));
    } catch (IOException e) {
      notifier.close();
      throw CommandFailed.because(address + " cannot be listened on: " + e.getMessage());
    }
  }

  /** The port at which it shows itself. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    notifier.close();
  }
}
