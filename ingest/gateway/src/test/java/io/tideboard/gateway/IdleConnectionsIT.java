// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Connections that were used once and stay open. {@code -Dtideboard.idle.connections=10000} opens
 * as many as the README's limits allow; that takes {@code ulimit -n 25000}, since both ends of each
 * are here.
 */
class IdleConnectionsIT {

  private static final int IDLE = Integer.getInteger("tideboard.idle.connections", 1500);
  private static final int ADDRESSES = 5;
  private static final int OTHERS = 10;

  @Test
  void whoSendsIsServedBesideConnectionsThatWait() throws IOException {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    LoadLimits load = LoadLimits.DEFAULT.withConnections(IDLE + OTHERS, IDLE / ADDRESSES + OTHERS);
    List<Socket> idle = new ArrayList<>();
    try (Running running =
        Running.on(kafka, Running.settings(kafka).with(Limits.DEFAULT.with(load)))) {
      for (int i = 0; i < IDLE; i++) {
        idle.add(usedOnce(running, "127.0.1." + (1 + i % ADDRESSES)));
      }
      assertThat(running.metric("tideboard_gateway_connections")).isEqualTo(IDLE + 1);
      for (int i = 0; i < 200; i++) {
        assertThat(running.post("application/json", Told.queued("beside-" + i)).statusCode())
            .isEqualTo(202);
      }
      assertThat(running.metric("tideboard_gateway_connections")).isEqualTo(IDLE + 1);
      for (Socket socket : idle) {
        assertThat(statusOn(socket)).isEqualTo("HTTP/1.1 200");
        socket.close();
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> running.metric("tideboard_gateway_connections") == 1);
    }
  }

  private static Socket usedOnce(Running running, String from) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(20_000);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(running.gateway.address());
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
