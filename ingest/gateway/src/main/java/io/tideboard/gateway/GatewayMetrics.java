// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.tideboard.gateway.http.Service;
import io.tideboard.gateway.publish.PageRegistry;

/** The gateway's metrics page: its own figures, the process's, and the Kafka client's. */
final class GatewayMetrics implements AutoCloseable {

  private final PageRegistry registry = new PageRegistry();
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  GatewayMetrics() {
    garbage.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  PageRegistry registry() {
    return registry;
  }

  void show(Service service) {
    Gauge.builder("tideboard.gateway.connections", service, Service::connections)
        .description("Open connections")
        .register(registry);
    Gauge.builder("tideboard.gateway.under.way", service, Service::bytesUnderWay)
        .baseUnit("bytes")
        .description("Bytes of bodies not yet answered")
        .register(registry);
    for (int status : service.statuses()) {
      FunctionCounter.builder("tideboard.gateway.answers", service, s -> s.answers(status))
          .description(
              "Answers to requests, by status: 401 and 403 to who may not send, 429 to floods")
          .tag("status", Integer.toString(status))
          .register(registry);
    }
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
