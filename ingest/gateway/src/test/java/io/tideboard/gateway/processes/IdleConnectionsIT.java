// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Connections that were used once and stay open, to a gateway in a process of its own. {@code
 * -Dtideboard.idle.connections=10000} opens as many as are promised; that takes {@code ulimit -n
 * 12000}.
 */
class IdleConnectionsIT {

  private static final int IDLE = Integer.getInteger("tideboard.idle.connections", 2000);
  private static final int ADDRESSES = 5;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void whoSendsIsServedBesideConnectionsThatWait() throws Exception {
    int port = FreePort.any();
    URI root = URI.create("http://127.0.0.1:" + port);
    List<Socket> idle = new ArrayList<>();
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        ChildProcess gateway =
            new ChildProcess(
                GatewayMain.class, List.of(String.valueOf(port), kafka.bootstrapServers()))) {
      kafka.createTopics(1);
      gateway.start();
      for (int i = 0; i < IDLE; i++) {
        idle.add(usedOnce("127.0.1." + (1 + i % ADDRESSES), port));
      }
      assertThat(CounterWatch.connections(root.resolve("/metrics"))).isGreaterThanOrEqualTo(IDLE);
      for (int i = 0; i < 200; i++) {
        assertThat(statusOfEvent(root, "beside-" + i)).isEqualTo(202);
      }
      assertThat(CounterWatch.connections(root.resolve("/metrics"))).isGreaterThanOrEqualTo(IDLE);
      for (Socket socket : idle) {
        assertThat(statusOn(socket)).isEqualTo("HTTP/1.1 200");
        socket.close();
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> CounterWatch.connections(root.resolve("/metrics")) <= 2);
    }
  }

  private int statusOfEvent(URI root, String id) throws Exception {
    String event =
        "{\"id\":\"" + id + "\",\"type\":\"source.restarted\",\"time\":\"" + Instant.now() + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/v1/events"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static Socket usedOnce(String from, int port) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(20_000);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    assertThat(statusOn(socket)).isEqualTo("HTTP/1.1 200");
    return socket;
  }

  /** Sends a request, and reads its answer to the end. */
  private static String statusOn(Socket socket) throws IOException {
    String request = "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("}") < 0) {
      int next = socket.getInputStream().read();
      assertThat(next).isNotNegative();
      answer.append((char) next);
    }
    return answer.substring(0, "HTTP/1.1 200".length());
  }
}
