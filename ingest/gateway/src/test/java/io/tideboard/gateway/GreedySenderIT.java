// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** One address sends more than its share, as fast as it can, beside another that behaves. */
class GreedySenderIT {

  private static final int FLOODING = 24;
  private static final int MOST = 4_000_000;
  private static final int OF_ADDRESS = 1_000_000;
  private static final int BODY = 200_000;

  @Test
  void aFloodIsToldToWaitAndNobodyElseIs() throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    LoadLimits load = LoadLimits.DEFAULT.withBytes(MOST, OF_ADDRESS);
    Map<Integer, Integer> flooded = new ConcurrentHashMap<>();
    AtomicBoolean ending = new AtomicBoolean();
    try (Running running =
        Running.on(kafka, Running.settings(kafka).with(Limits.DEFAULT.with(load)))) {
      ExecutorService threads = Executors.newFixedThreadPool(FLOODING);
      List<Future<?>> floods = new ArrayList<>();
      for (int i = 0; i < FLOODING; i++) {
        floods.add(threads.submit(() -> flood(running, ending, flooded)));
      }
      for (int i = 0; i < 300 || flooded.getOrDefault(429, 0) < 50; i++) {
        assertThat(running.post("application/json", Told.queued("behaves-" + i)).statusCode())
            .isEqualTo(202);
      }
      ending.set(true);
      for (Future<?> flood : floods) {
        flood.get();
      }
      threads.shutdown();
      assertThat(flooded.keySet()).isSubsetOf(202, 429);
      assertThat(running.metric("tideboard_gateway_under_way_bytes")).isZero();
    }
  }

  private static Void flood(Running running, AtomicBoolean ending, Map<Integer, Integer> answered)
      throws IOException {
    String body = Told.queued("flood") + " ".repeat(BODY);
    String request =
        "POST /v1/events HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress("127.0.0.2", 0));
      socket.connect(running.gateway.address());
      while (!ending.get()) {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String head = head(socket.getInputStream());
        int status = Integer.parseInt(head.substring(9, 12));
        assertThat(status == 429)
            .isEqualTo(head.toLowerCase(Locale.ROOT).contains("retry-after: 1"));
        answered.merge(status, 1, Integer::sum);
        int length =
            head.toLowerCase(Locale.ROOT).indexOf("content-length: ") + "content-length: ".length();
        socket
            .getInputStream()
            .skipNBytes(Integer.parseInt(head.substring(length, head.indexOf('\r', length))));
      }
    }
    return null;
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).isNotNegative();
      head.append((char) next);
    }
    return head.toString();
  }
}
