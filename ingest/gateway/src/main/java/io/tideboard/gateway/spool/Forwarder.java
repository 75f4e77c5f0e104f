// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import io.tideboard.gateway.publish.OrderedSender;
import io.tideboard.gateway.spool.Spool.Batch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the spool's records to Kafka in their order, on a thread of its own, batch after batch. A
 * batch is confirmed in the spool when Kafka has acknowledged all of it: whenever everything ends,
 * only the last batch is sent again.
 */
final class Forwarder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
  private static final int BATCH_RECORDS = 1000;
  private static final int BATCH_BYTES = 1024 * 1024;
  private static final long LOOK_MILLIS = 50;
  private static final long RETRY_MILLIS = 500;

  private final Spool spool;
  private final OrderedSender sender;
  private final BooleanSupplier mayForward;
  private final IntConsumer forwarded;
  private final Thread thread = new Thread(this::run, "tideboard-spool-forwarder");
  private volatile boolean closing;

  /**
   * @param mayForward whether Kafka can be written, and nothing is under way to it that was sent
   *     before the spool's records
   * @param forwarded told how many records Kafka has acknowledged
   */
  Forwarder(Spool spool, OrderedSender sender, BooleanSupplier mayForward, IntConsumer forwarded) {
    this.spool = spool;
    this.sender = sender;
    this.mayForward = mayForward;
    this.forwarded = forwarded;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closing = true;
    sender.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing) {
      try {
        if (spool.waiting() == 0) {
          sender.rest();
          TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } else if (mayForward.getAsBoolean()) {
          forward();
        } else {
          TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
      } catch (InterruptedException e) {
        return; // nobody interrupts this thread but the end of everything
      }
    }
    sender.rest();
  }

  private void forward() throws InterruptedException {
    try {
      Batch batch = spool.read(BATCH_RECORDS, BATCH_BYTES);
      String failure = sender.send(records(batch));
      if (failure == null) {
        confirm(batch);
        forwarded.accept(batch.records().size());
      } else if (!closing) {
        LOG.warn("The spool's events cannot be forwarded, and are tried again: {}", failure);
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      }
    } catch (IOException e) {
      LOG.error("The spool cannot be read, and is tried again: {}", e.toString());
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    }
  }

  /** Confirms until it succeeds: the records are in Kafka, and must not be sent again. */
  private void confirm(Batch batch) throws InterruptedException {
    while (!closing) {
      try {
        spool.confirm(batch);
        return;
      } catch (IOException e) {
        LOG.error("What was forwarded cannot be noted, and is tried again: {}", e.toString());
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      }
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> records(Batch batch) {
    return batch.records().stream()
        .map(r -> new ProducerRecord<>(r.topic(), r.event().key(), r.event().value()))
        .toList();
  }
}
