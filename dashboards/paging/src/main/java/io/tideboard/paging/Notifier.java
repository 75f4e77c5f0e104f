// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notifier: reads alert episodes, and tells every receiver once that one is open, and once that
 * it is over. Of several side by side one is on duty; the others stand by.
 */
public final class Notifier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration ANSWERS = Duration.ofSeconds(2);
  private static final Duration POLLS = Duration.ofMillis(20);

  private final PagingSettings settings;
  private final PagingMetrics metrics;
  private final Transport transport = new HttpTransport();
  private final PagingLoop loop = new PagingLoop("tideboard-paging");
  private final PagingLoop figuresLoop = new PagingLoop("tideboard-paging-figures");
  private final Clients clients;
  private final KafkaProducer<byte[], byte[]> writer;
  private final DutyRoster roster;
  private volatile @Nullable Shift shift;
  private volatile @Nullable Ledger ledger;
  private @Nullable LastFigures figures;
  private @Nullable KafkaConsumer<byte[], byte[]> reader;

  private Notifier(PagingSettings settings, MeterRegistry registry) {
    this.settings = settings;
    this.metrics = new PagingMetrics(registry);
    settings.receivers().forEach(receiver -> metrics.receiver(receiver.name()));
    this.clients = new Clients(settings);
    this.writer = clients.writer();
    this.roster =
        new DutyRoster(
            clients,
            loop,
            new DutyRoster.Duties(this::begin, this::over, () -> new KafkaLedger(writer)),
            settings.session());
  }

  /** Starts one. Kafka may come later. */
  public static Notifier start(PagingSettings settings, MeterRegistry registry) {
    Notifier notifier = new Notifier(settings, registry);
    notifier.roster.start();
    notifier.figuresLoop.every(TICK, notifier::tick);
    return notifier;
  }

  /** Whether this one is on duty. */
  public boolean onDuty() {
    return shift != null;
  }

  /** Whether Kafka can be reached. */
  public boolean ready() {
    return roster.healthy();
  }

  /** What could not be delivered, the oldest first; empty on one that stands by. */
  public List<DeadLetter> undelivered() {
    Ledger present = ledger;
    return present == null ? List.of() : present.deadLetters();
  }

  private Shift begin(KafkaLedger delivered) {
    Courier courier =
        new Courier(
            settings.receivers(),
            delivered,
            loop,
            new Courier.Outlet(
                transport,
                metrics,
                roster::hasLease,
                () -> ThreadLocalRandom.current().nextDouble()));
    Shift begun = new Shift(courier, settings.stale(), writer);
    ledger = delivered;
    shift = begun;
    metrics.onDuty(true);
    return begun;
  }

  private void over(Shift ended) {
    ended.courier().stop();
    if (shift == ended) {
      shift = null;
      ledger = null;
      metrics.onDuty(false);
    }
  }

  private void tick() {
    Shift present = shift;
    if (present == null) {
      return;
    }
    Instant freshest = look();
    loop.run(() -> present.tick(freshest, loop.instant()));
  }

  private @Nullable Instant look() {
    if (settings.stale().after().isZero()) {
      return null;
    }
    try {
      LastFigures looking = figures;
      if (looking == null) {
        reader = clients.reader();
        looking = new LastFigures(reader, settings.stale().eventTime());
        figures = looking;
      }
      return looking.look();
    } catch (KafkaException e) {
      LOG.debug("the figures cannot be looked at", e);
      return null;
    }
  }

  /** Lets what is on its way be answered and written down, and leaves the rest to the next. */
  @Override
  public void close() {
    Shift present = shift;
    if (present != null) {
      awaitAnswers(present.courier());
    }
    roster.close();
    figuresLoop.run(
        () -> {
          KafkaConsumer<byte[], byte[]> open = reader;
          if (open != null) {
            open.close();
          }
          figuresLoop.close();
        });
    loop.close();
    writer.close(ANSWERS);
  }

  private void awaitAnswers(Courier courier) {
    CompletableFuture<Void> answered = new CompletableFuture<>();
    loop.run(courier::drain);
    loop.run(() -> whenIdle(courier, answered));
    try {
      answered.get(ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("something is still on its way", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void whenIdle(Courier courier, CompletableFuture<Void> answered) {
    if (courier.isIdle()) {
      answered.complete(null);
    } else {
      loop.later(POLLS, () -> whenIdle(courier, answered));
    }
  }
}
