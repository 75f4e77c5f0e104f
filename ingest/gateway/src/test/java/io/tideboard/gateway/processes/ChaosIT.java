// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gateway and broker are killed at random instants while senders go on: every event that was
 * acknowledged is in the topic, each sender's in order, and the counters add up on every page.
 *
 * <p>{@code -Dtideboard.chaos.rounds=200} kills so many times, {@code -Dtideboard.chaos.seed} at
 * other instants.
 */
class ChaosIT {

  private static final int ROUNDS = Integer.getInteger("tideboard.chaos.rounds", 4);
  private static final long SEED = Long.getLong("tideboard.chaos.seed", 42);
  private static final int LONGEST_PAUSE_MILLIS = 1500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;

  @ParameterizedTest(name = "with a spool: {0}")
  @ValueSource(booleans = {false, true})
  void everythingAcknowledgedIsInKafkaWhateverIsKilled(boolean withSpool) throws Exception {
    int brokerPort = FreePort.any();
    int gatewayPort = FreePort.any();
    String bootstrap = "127.0.0.1:" + brokerPort;
    List<String> gatewayArguments =
        new ArrayList<>(List.of(String.valueOf(gatewayPort), bootstrap));
    if (withSpool) {
      gatewayArguments.add(data.resolve("spool").toString());
    }
    Random random = new Random(SEED);
    URI root = URI.create("http://127.0.0.1:" + gatewayPort);
    try (ChildProcess broker =
            new ChildProcess(
                BrokerMain.class,
                List.of(String.valueOf(brokerPort), data.resolve("broker").toString()));
        ChildProcess gateway = new ChildProcess(GatewayMain.class, gatewayArguments)) {
      broker.start();
      gateway.start();
      List<PersistentSender> senders = senders(root.resolve("/v1/events"));
      ExecutorService threads = Executors.newCachedThreadPool();
      CounterWatch watch = new CounterWatch(root.resolve("/metrics"));
      Future<Integer> pages = threads.submit(watch);
      Map<String, Future<Integer>> acknowledged = new LinkedHashMap<>();
      senders.forEach(sender -> acknowledged.put(sender.name(), threads.submit(sender)));
      for (int round = 0; round < ROUNDS; round++) {
        pause(random);
        kill(random.nextInt(3), gateway, broker, random);
      }
      pause(random);
      senders.forEach(PersistentSender::end);
      Map<String, Integer> promised = new LinkedHashMap<>();
      for (Map.Entry<String, Future<Integer>> sender : acknowledged.entrySet()) {
        promised.put(
            sender.getKey(), sender.getValue().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
      watch.end();
      assertThat(pages.get()).as("pages with counters").isPositive();
      assertThat(watch.mostSpooled() > 0).as("anything was spooled").isEqualTo(withSpool);
      await().atMost(PATIENCE).until(() -> CounterWatch.spooled(root.resolve("/metrics")) == 0);
      assertThat(promised.values()).allMatch(events -> events > 10);
      assertThat(arrived(bootstrap)).containsAllEntriesOf(promised);
      threads.shutdown();
    }
  }

  private static List<PersistentSender> senders(URI events) {
    List<PersistentSender> senders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      senders.add(new PersistentSender("sender" + i, i < 6 ? 1 : 20, events));
    }
    return senders;
  }

  /** The gateway, the broker, or both: killed, and after a while started again. */
  private static void kill(int which, ChildProcess gateway, ChildProcess broker, Random random)
      throws InterruptedException {
    boolean killsGateway = which != 1;
    boolean killsBroker = which != 0;
    if (killsBroker) {
      broker.kill();
      pause(random);
    }
    if (killsGateway) {
      gateway.kill();
      pause(random);
      gateway.start();
    }
    if (killsBroker) {
      pause(random);
      broker.start();
    }
  }

  private static void pause(Random random) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
  }

  /**
   * How many events of each sender are in the topic. What comes twice comes after it came first,
   * and the first of each come in the order in which they were sent.
   */
  private static Map<String, Integer> arrived(String bootstrap) {
    Map<String, Integer> arrived = new LinkedHashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.EVENTS).stream()
              .map(p -> new TopicPartition(Topics.EVENTS, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(
                record -> {
                  String id = CompactForm.decode(record.value()).event().header().id();
                  int dash = id.indexOf('-');
                  int number = Integer.parseInt(id.substring(dash + 1));
                  int next = arrived.getOrDefault(id.substring(0, dash), 0);
                  assertThat(number).as("number of %s", id).isLessThanOrEqualTo(next);
                  arrived.put(id.substring(0, dash), Math.max(next, number + 1));
                });
      }
    }
    return arrived;
  }
}
