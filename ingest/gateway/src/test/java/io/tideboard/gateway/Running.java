// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.publish.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A gateway on a real broker, and what a sender and a reader of its topics see. Registered as an
 * extension in a static field it is there for all tests of a class.
 */
final class Running implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

  static final byte[] PSEUDONYM_KEY =
      "a secret of the installation".getBytes(StandardCharsets.UTF_8);

  private static final ObjectMapper JSON = new ObjectMapper();

  EmbeddedKafka kafka;
  Gateway gateway;
  private final UnaryOperator<GatewaySettings> change;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private String key = "";

  private Running(UnaryOperator<GatewaySettings> change) {
    this.change = change;
  }

  Running(EmbeddedKafka kafka, Gateway gateway) {
    this(UnaryOperator.identity());
    this.kafka = kafka;
    this.gateway = gateway;
  }

  /** At once, with the usual settings. */
  static Running start() {
    Running running = forAll();
    running.begin();
    return running;
  }

  /** To be started with the first test: the usual settings. */
  static Running forAll() {
    return forAll(UnaryOperator.identity());
  }

  /** To be started with the first test: the usual settings, changed so. */
  static Running forAll(UnaryOperator<GatewaySettings> change) {
    return new Running(change);
  }

  /** To be started with the first test: the usual settings with those limits. */
  static Running forAll(Limits limits) {
    return forAll(settings -> settings.with(limits));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    begin();
  }

  private void begin() {
    kafka = EmbeddedKafka.start();
    kafka.createTopics(2);
    gateway = Gateway.start(change.apply(settings(kafka)));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  static Running on(EmbeddedKafka kafka, GatewaySettings settings) {
    return new Running(kafka, Gateway.start(settings));
  }

  static Running on(EmbeddedKafka kafka, GatewaySettings settings, InstantSource clock) {
    return new Running(kafka, Gateway.start(settings, clock));
  }

  static GatewaySettings settings(EmbeddedKafka kafka) {
    return GatewaySettings.of(KafkaSettings.of(kafka.bootstrapServers()))
        .onPort(0)
        .withPseudonymKey(PSEUDONYM_KEY);
  }

  HttpResponse<String> post(String contentType, String body) {
    return post(contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> post(String contentType, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/v1/events")).POST(BodyPublishers.ofByteArray(body));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** From now on requests for pages show that API key. */
  Running withKey(String key) {
    this.key = key;
    return this;
  }

  HttpResponse<String> get(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send(key.isEmpty() ? request.build() : request.header("X-Api-Key", key).build());
  }

  /** The answer, which must be one that {@code openapi.yaml} describes. */
  HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      new DescribedAnswer(answer.statusCode(), answer.headers()::firstValue, answer.body())
          .requireTo(request.method(), request.uri().getPath());
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer from " + request.uri(), e);
    }
  }

  URI uri(String path) {
    return gateway.uri().resolve(path);
  }

  /** The value of a metric, summed over the series whose line begins so. */
  double metric(String prefix) {
    HttpResponse<String> page = get("/metrics");
    if (page.statusCode() != 200) {
      throw new AssertionError("no metrics: " + page.body());
    }
    return page.body()
        .lines()
        .filter(line -> line.startsWith(prefix + " ") || line.startsWith(prefix + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /** Everything in a topic by now. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(o -> o).sum();
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (records.size() < end) {
        consumer.poll(Duration.ofSeconds(5)).forEach(records::add);
      }
      return records;
    }
  }

  @Override
  public void close() {
    gateway.close();
    kafka.close();
  }
}
