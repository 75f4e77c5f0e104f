// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.netty4.NettyAllocatorMetrics;
import io.micrometer.core.instrument.binder.netty4.NettyEventExecutorMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.util.concurrent.EventExecutor;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.BoardLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** The metrics page: the board's figures, and how the JVM and the service itself are. */
public final class WallboardMetrics implements AutoCloseable {

  /** What is read for metrics; Micrometer itself does not keep it. */
  private final List<Supplier<Number>> read = new ArrayList<>();

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusMeterRegistry runtime =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final ExpositionFormatWriter format =
      ExpositionFormats.init().getPrometheusTextFormatWriter();
  private final FigurePage figures;
  private volatile int usualSize;

  /**
   * @param limits how long after its arrival a status is exposed, and how many series there are
   */
  public WallboardMetrics(Board board, QueueDefinitions catalog, BoardLimits limits) {
    figures = new FigurePage(board, catalog, limits.exposeFor(), limits.series());
    runtime.config().meterFilter(new Naming());
    new ClassLoaderMetrics().bindTo(runtime);
    new JvmMemoryMetrics().bindTo(runtime);
    new JvmThreadMetrics().bindTo(runtime);
    new ProcessorMetrics().bindTo(runtime);
    new FileDescriptorMetrics().bindTo(runtime);
    new UptimeMetrics().bindTo(runtime);
    collections.bindTo(runtime);
  }

  /** Adds how the event loops are, and what connections take of memory. */
  public void netty(Iterable<EventExecutor> loops, ByteBufAllocatorMetricProvider buffers) {
    new NettyEventExecutorMetrics(loops).bindTo(runtime);
    new NettyAllocatorMetrics(buffers).bindTo(runtime);
  }

  /** Adds how a consumer reads, until it is closed: another one may follow it. */
  public KafkaClientMetrics consumer(Consumer<?, ?> consumer) {
    KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
    metrics.bindTo(runtime);
    return metrics;
  }

  /** Adds how many viewers are connected. */
  public void viewers(Supplier<Number> count) {
    read.add(count);
    Gauge.builder("tideboard.wallboard.viewers", count, each -> each.get().doubleValue())
        .description("Viewers connected to the live stream.")
        .register(runtime);
  }

  /** Adds how many records could not be read. */
  public void unreadable(Supplier<Number> count) {
    read.add(count);
    FunctionCounter.builder(
            "tideboard.wallboard.unreadable.records", count, each -> each.get().doubleValue())
        .description("Records of the topics of results that could not be read.")
        .register(runtime);
  }

  /**
   * A page as it goes to a scraper.
   *
   * @param type its content type
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once, read once.
  public record Page(String type, byte[] bytes) {}

  /** The page, now, in Prometheus' text format, which every scraper accepts. */
  public Page page() throws IOException {
    TextPage page = new TextPage(usualSize + usualSize / 8);
    figures.write(page);
    format.write(page, registry.scrape());
    usualSize = page.size();
    return new Page(format.getContentType(), page.toBytes());
  }

  @Override
  public void close() {
    collections.close();
    runtime.close();
  }
}
