// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker inside this JVM: a real one, in KRaft mode, on the loopback address, alone. Ready
 * for clients when {@link #start} returns. Started again on a kept directory it has everything it
 * acknowledged.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private final int port;
  private final DataDirectory data;
  private final boolean keepData;
  private final KafkaRaftServer server;
  private boolean closed;

  private EmbeddedKafka(int port, DataDirectory data, boolean keepData, KafkaRaftServer server) {
    this.port = port;
    this.data = data;
    this.keepData = keepData;
    this.server = server;
  }

  /** Starts a broker on any free port, with data that is gone after {@link #close()}. */
  public static EmbeddedKafka start() {
    return start(BrokerOptions.temporary());
  }

  /**
   * Starts a broker.
   *
   * @throws UncheckedIOException when the directory cannot be made
   * @throws IllegalStateException when the directory cannot be formatted
   * @throws org.apache.kafka.common.KafkaException when the port is taken or the data unreadable
   */
  public static EmbeddedKafka start(BrokerOptions options) {
    try {
      DataDirectory data = DataDirectory.at(options.directory());
      data.format();
      int port = options.port() == 0 ? freePort() : options.port();
      KafkaRaftServer server =
          new KafkaRaftServer(BrokerConfig.of(port, freePortBut(port), data.log()), Time.SYSTEM);
      EmbeddedKafka kafka = new EmbeddedKafka(port, data, options.keepData(), server);
      kafka.startup();
      return kafka;
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's data directory cannot be made", e);
    }
  }

  /** What a client takes as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return BrokerConfig.HOST + ":" + port;
  }

  /** The port on the loopback address. */
  public int port() {
    return port;
  }

  /** The directory that holds the data. */
  public Path directory() {
    return data.root();
  }

  /**
   * Creates the topics of Tideboard that are not there yet.
   *
   * @param partitions of each topic that is spread over partitions, at least 1
   */
  public void createTopics(int partitions) {
    Map<String, Object> client =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers(),
            AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
            "");
    try (Admin admin = Admin.create(client)) {
      new TopicSetup(admin).ensure(partitions);
    }
  }

  /**
   * Stops the broker and, unless the data is to be kept, deletes it. Closing again does nothing.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    server.shutdown();
    server.awaitShutdown();
    if (!keepData) {
      data.delete();
    }
  }

  private void startup() {
    try {
      server.startup();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Another one than that: the same port may be found free twice. */
  private static int freePortBut(int taken) throws IOException {
    int port = freePort();
    while (port == taken) {
      port = freePort();
    }
    return port;
  }

  /** A port that was free a moment ago: the broker wants to know its ports before it binds them. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(BrokerConfig.HOST))) {
      return socket.getLocalPort();
    }
  }
}
