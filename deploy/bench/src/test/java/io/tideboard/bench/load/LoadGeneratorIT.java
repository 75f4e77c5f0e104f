// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.gateway.Gateway;
import io.tideboard.gateway.GatewaySettings;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The generator against a real gateway: every order ends in events that Kafka has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadGeneratorIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EmbeddedKafka kafka;
  private Gateway gateway;

  @BeforeAll
  void start() {
    kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    gateway =
        Gateway.start(
            GatewaySettings.of(KafkaSettings.of(kafka.bootstrapServers()))
                .onPort(0)
                .withPseudonymKey("a key for this test".getBytes(StandardCharsets.US_ASCII)));
  }

  @AfterAll
  void stop() {
    gateway.close();
    kafka.close();
  }

  @Test
  void everyOrderedRequestIsAcceptedAndPublished() throws Exception {
    List<JsonNode> reports =
        carriedOut(
            LoadOrder.greatest(1, 500).over(8),
            LoadOrder.greatest(100, 50).over(4),
            LoadOrder.steady(10, 200, 1).over(4),
            LoadOrder.steady(10, 200, 1).over(4).ofLiveEvents());
    assertThat(reports).hasSize(4).allMatch(report -> report.get("failure").isNull());
    assertThat(reports).allMatch(report -> report.get("p99Millis").asDouble() > 0);
    assertThat(reports.get(2).get("seconds").asDouble()).isGreaterThan(0.99);
    assertThat(published()).isEqualTo(500 + 50 * 100 + 2 * 200 * 10);
  }

  private List<JsonNode> carriedOut(LoadOrder... orders) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (LoadOrder order : orders) {
      lines.append(JSON.writeValueAsString(order)).append('\n');
    }
    ByteArrayOutputStream reports = new ByteArrayOutputStream();
    Simulation events = new Simulation(Scenarios.midSizeCenter().scaledTo(20), 0);
    try (LoadGenerator generator = new LoadGenerator(gateway.port(), events)) {
      generator.serve(
          new BufferedReader(new StringReader(lines.toString())),
          new PrintStream(reports, true, StandardCharsets.UTF_8));
    }
    return JSON.readerFor(JsonNode.class)
        .<JsonNode>readValues(reports.toString(StandardCharsets.UTF_8))
        .readAll();
  }

  private long published() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.uri() + "/metrics")).build();
    String page =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return page.lines()
        .filter(line -> line.startsWith("tideboard_gateway_published_total "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }
}
