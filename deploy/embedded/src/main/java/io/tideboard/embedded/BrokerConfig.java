// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;

/** The settings of a single broker that is its own controller, small and quick to start. */
final class BrokerConfig {

  static final int NODE = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  static final String HOST = "127.0.0.1";

  private static final String BROKER_LISTENER = "PLAINTEXT";

  private BrokerConfig() {}

  static KafkaConfig of(int port, int controllerPort, Path logDirectory) {
    Map<String, String> settings = new TreeMap<>();
    addresses(settings, port, controllerPort);
    settings.put("log.dirs", logDirectory.toString());
    alone(settings);
    quick(settings);
    small(settings);
    return new KafkaConfig(settings, false);
  }

  private static void addresses(Map<String, String> settings, int port, int controllerPort) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", String.valueOf(NODE));
    // A static voter list, because it is read anew at each start: the controller may move to
    // another port while the data stays.
    settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put(
        "listeners",
        BROKER_LISTENER
            + "://"
            + HOST
            + ":"
            + port
            + ","
            + CONTROLLER_LISTENER
            + "://"
            + HOST
            + ":"
            + controllerPort);
    settings.put("advertised.listeners", BROKER_LISTENER + "://" + HOST + ":" + port);
    settings.put(
        "listener.security.protocol.map",
        BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.put("inter.broker.listener.name", BROKER_LISTENER);
  }

  /** Internal topics that a cluster would spread, on one broker and in one partition. */
  private static void alone(Map<String, String> settings) {
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("auto.create.topics.enable", "false");
    // Long enough for a checkpoint and a restart of an exactly-once sink.
    settings.put("transaction.max.timeout.ms", "3600000");
  }

  /** No waiting for members, voters or disks that cannot be there. */
  private static void quick(Map<String, String> settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("controller.quorum.election.timeout.ms", "50");
    settings.put("controller.quorum.election.backoff.max.ms", "50");
    settings.put("initial.broker.registration.timeout.ms", "60000");
    settings.put("broker.heartbeat.interval.ms", "200");
    // A broker that was killed is registered until its session ends, and its successor waits.
    settings.put("broker.session.timeout.ms", "5000");
    settings.put("log.initial.task.delay.ms", "1000");
  }

  private static void small(Map<String, String> settings) {
    // What may go goes soon: the disk may be small, too.
    settings.put("log.retention.check.interval.ms", "1000");
    settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(2 * 1024 * 1024));
    settings.put("log.cleaner.io.buffer.size", String.valueOf(128 * 1024));
    settings.put("log.index.size.max.bytes", String.valueOf(1024 * 1024));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "1");
    settings.put("num.recovery.threads.per.data.dir", "1");
    settings.put("group.coordinator.threads", "1");
    settings.put("share.coordinator.threads", "1");
    settings.put("socket.send.buffer.bytes", "-1");
    settings.put("socket.receive.buffer.bytes", "-1");
    // The empty list: no JMX beans, which a second broker in this JVM would collide with.
    settings.put("metric.reporters", "");
  }
}
