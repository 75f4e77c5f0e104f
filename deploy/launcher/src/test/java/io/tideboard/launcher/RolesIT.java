// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each role as a process of its own, by the start script, on one Kafka. */
class RolesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What a process ends with that SIGTERM ended, after it has tidied up. */
  private static final int TERMINATED = 128 + 15;

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path directory;
  private Path script;
  private EmbeddedKafka kafka;
  private int calls;

  @BeforeEach
  void start() throws IOException {
    script = BuiltTree.in(directory).script();
    kafka = EmbeddedKafka.start();
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void gatewayJobAndWallboardWorkTogetherAndEndWhenTheyAreTold() throws Exception {
    try (Running gateway = run("gateway", "--gateway-port", "0");
        Running job = run("job");
        Running wallboard = run("wallboard", "--wallboard-port", "0")) {
      job.awaitLine("the live job runs");
      assertFiguresMove(gateway, wallboard);
      try (Running tail = run("tail", "--from-beginning", "--max", "2")) {
        assertThat(tail.awaitLine("\"type\":\"interaction.queued\"")).contains("\"Sales\"");
        assertThat(tail.awaitExit()).isZero();
      }
      try (Running tail = run("tail", "--topic", "tideboard.queues", "--from-beginning")) {
        assertThat(tail.awaitLine("\"queue\":")).contains("Sales");
        assertThat(tail.terminate()).isEqualTo(TERMINATED);
      }
      for (Running role : new Running[] {gateway, job, wallboard}) {
        assertThat(role.terminate()).isEqualTo(TERMINATED);
        assertThat(role.otherLines()).last().asString().endsWith("stopped");
        assertThat(role.leftBehind()).isEmpty();
      }
    }
  }

  @Test
  void theJobRunsOnAFlinkThatHasNothingOfOurs() throws Exception {
    compressEvents();
    try (StandaloneFlink flink = StandaloneFlink.start(directory, 2);
        Running gateway = run("gateway", "--gateway-port", "0");
        Running wallboard = run("wallboard", "--wallboard-port", "0")) {
      flink.awaitSlots();
      try (Running job = run("job", "--flink", flink.rest().toString())) {
        String id = job.awaitLine("the live job runs as ");
        assertThat(job.awaitExit()).isZero();
        await().atMost(PATIENCE).until(() -> flink.status(id).equals("RUNNING"));
        assertFiguresMove(gateway, wallboard);
        assertThat(flink.status(id)).isEqualTo("RUNNING");
      }
    }
  }

  /** As an operator may choose for a whole broker: the job must bring what reads it. */
  private void compressEvents() throws Exception {
    kafka.createTopics(4);
    ConfigResource events = new ConfigResource(ConfigResource.Type.TOPIC, Topics.EVENTS);
    ConfigEntry zstd = new ConfigEntry(TopicConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(events, List.of(new AlterConfigOp(zstd, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  @Test
  void aKafkaThatIsNotThereCannotBeReached() {
    ExecutorService atOnce = Executors.newCachedThreadPool();
    List<CompletableFuture<Ran>> all =
        Stream.of("gateway", "job", "wallboard", "tail")
            .map(
                command ->
                    CompletableFuture.supplyAsync(
                        () -> Ran.command(command, "--bootstrap", "127.0.0.1:1"), atOnce))
            .toList();
    assertThat(all)
        .allSatisfy(
            command -> {
              assertThat(command.join().err())
                  .startsWith(
                      "Kafka cannot be reached at 127.0.0.1:1 (no answer within 10 s): say");
              assertThat(command.join().exitCode()).isEqualTo(ExitCode.UNREACHABLE);
            });
    atOnce.shutdown();
  }

  @Test
  void aServerThatIsNoFlinkDoesNotTakeTheJob() throws Exception {
    HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1);
    other.createContext("/", RolesIT::notFound);
    other.start();
    String another = "http://127.0.0.1:" + other.getAddress().getPort();
    Map<String, String> reasons =
        Map.of(
            "http://127.0.0.1:1", "nobody listens there", another, "it answers, but is no Flink");
    reasons.forEach(
        (address, reason) -> {
          Ran ran = Ran.command("job", "--bootstrap", kafka.bootstrapServers(), "--flink", address);
          assertThat(ran.err())
              .isEqualToIgnoringNewLines(
                  "Flink at " + address + " does not take the job (" + reason + ")");
          assertThat(ran.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        });
    other.stop(0);
  }

  private static void notFound(HttpExchange exchange) throws IOException {
    byte[] answer = "{\"code\":\"not_found\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(404, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** Calls come in; they are seen in a list and in a stream. */
  private void assertFiguresMove(Running gateway, Running wallboard) throws Exception {
    URI events = URI.create(gateway.awaitLine("is up at ").split(",", -1)[0] + "/v1/events");
    WallboardClient client = new WallboardClient(wallboard.awaitLine("is up at "));
    try (Stream<String> stream = client.stream()) {
      await().atMost(PATIENCE).until(() -> call(events) && client.waiting("Sales") > 2);
      assertThat(stream.filter(line -> line.contains("\"Sales\"")).findFirst()).isPresent();
    }
  }

  private boolean call(URI events) throws IOException, InterruptedException {
    String queued =
        """
        {"id":"%1$d","source":"test","type":"interaction.queued","time":"%2$s",\
        "interaction":"call %1$d","channel":"voice","queue":"Sales"}
        """
            .formatted(calls++, Instant.now());
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(queued))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202;
  }

  private Running run(String command, String... flags) throws IOException {
    String[] all = new String[flags.length + 3];
    all[0] = command;
    all[1] = "--bootstrap";
    all[2] = kafka.bootstrapServers();
    System.arraycopy(flags, 0, all, 3, flags.length);
    return Running.start(script, directory, all);
  }
}
