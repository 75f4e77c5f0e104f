// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tideboard.gateway.admission.Admitted;
import io.tideboard.gateway.publish.EventLog;
import io.tideboard.gateway.publish.OrderedSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log in Kafka, with a spool for when Kafka is away. While Kafka can be written and the spool
 * is empty, requests go to Kafka, and what that does not acknowledge is not durable. Otherwise they
 * go to the spool, behind everything that is there, until all of it is in Kafka: so the order of
 * events that were acknowledged one after the other is kept.
 */
public final class SpoolingEventLog implements EventLog {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolingEventLog.class);

  private final EventLog kafka;
  private final Spool spool;
  private final GroupCommit commit;
  private final Forwarder forwarder;
  private final Counter spooled;
  private final Counter forwarded;

  /** Requests on their way to Kafka directly. What is spooled behind them must not overtake. */
  private final AtomicLong direct = new AtomicLong();

  private SpoolingEventLog(
      EventLog kafka, OrderedSender sender, Spool spool, MeterRegistry metrics) {
    this.kafka = kafka;
    this.spool = spool;
    this.commit = new GroupCommit(spool);
    this.spooled = counter(metrics, "spooled", "Records synced to the spool");
    this.forwarded = counter(metrics, "forwarded", "Records of the spool that Kafka has");
    Gauge.builder("tideboard.gateway.spool.waiting", this, SpoolingEventLog::waiting)
        .description("Records in the spool that Kafka does not have yet")
        .register(metrics);
    Gauge.builder("tideboard.gateway.spool", spool, Spool::diskBytes)
        .baseUnit("bytes")
        .description("Bytes of the spool's files")
        .register(metrics);
    this.forwarder = new Forwarder(spool, sender, this::mayForward, forwarded::increment);
  }

  /**
   * Takes the spool's directory.
   *
   * @param sender brings to Kafka what was spooled, and is closed with this log as {@code kafka} is
   * @throws UncheckedIOException when another process has the directory, or it is damaged
   */
  public static SpoolingEventLog open(
      SpoolSettings settings, EventLog kafka, OrderedSender sender, MeterRegistry metrics) {
    try {
      Spool spool = Spool.open(settings);
      if (spool.waiting() > 0) {
        LOG.info("{} records in the spool are to be forwarded", spool.waiting());
      }
      return new SpoolingEventLog(kafka, sender, spool, metrics);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the spool in " + settings.directory() + " cannot be used: " + e.getMessage(), e);
    }
  }

  @Override
  public void append(Admitted admitted, Outcome outcome) {
    if (waiting() == 0 && kafka.trouble() == null) {
      direct.incrementAndGet();
      kafka.append(
          admitted,
          failure -> {
            direct.decrementAndGet();
            outcome.settled(failure);
          });
      return;
    }
    List<SpoolRecord> records = records(admitted);
    if (records.isEmpty()) {
      outcome.settled(null);
      return;
    }
    commit.add(
        records,
        failure -> {
          if (failure == null) {
            spooled.increment(records.size());
          }
          outcome.settled(failure);
        });
  }

  @Override
  public @Nullable String trouble() {
    boolean straight = waiting() == 0 && kafka.trouble() == null;
    return straight ? null : commit.trouble();
  }

  @Override
  public boolean awaitWritable(Duration longest) {
    return kafka.awaitWritable(longest) || commit.trouble() == null;
  }

  @Override
  public void close() {
    commit.close();
    forwarder.close();
    kafka.close();
    try {
      spool.close();
    } catch (IOException e) {
      LOG.warn("The spool cannot be closed: {}", e.toString());
    }
  }

  /** Records that are on their way to the spool, or in it and not yet in Kafka. */
  private long waiting() {
    // In this order: a record is counted as durable before it is no longer queued.
    return commit.queued() + spool.waiting();
  }

  private boolean mayForward() {
    return direct.get() == 0 && kafka.trouble() == null;
  }

  private static List<SpoolRecord> records(Admitted admitted) {
    List<SpoolRecord> records = new ArrayList<>();
    admitted.accepted().forEach(event -> records.add(new SpoolRecord(true, event)));
    admitted.rejected().forEach(event -> records.add(new SpoolRecord(false, event)));
    return records;
  }

  private static Counter counter(MeterRegistry metrics, String name, String description) {
    return Counter.builder("tideboard.gateway." + name).description(description).register(metrics);
  }
}
