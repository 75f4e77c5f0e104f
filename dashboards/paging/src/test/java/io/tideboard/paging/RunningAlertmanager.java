// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Debian's Alertmanager. */
final class RunningAlertmanager implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");

  private final Process process;
  private final Path directory;
  private final int port;

  private RunningAlertmanager(Process process, Path directory, int port) {
    this.process = process;
    this.directory = directory;
    this.port = port;
  }

  /** Without the program the test fails in continuous integration and is skipped elsewhere. */
  static RunningAlertmanager start() throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      String message = PROGRAM + " is missing: what needs it is NOT TESTED";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      System.err.println("SKIPPED: " + message);
      abort(message);
    }
    Path directory = Files.createTempDirectory("tideboard-alertmanager");
    Path config = directory.resolve("alertmanager.yml");
    Files.writeString(config, "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
    int port = freePort();
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--config.file=" + config,
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    RunningAlertmanager running = new RunningAlertmanager(process, directory, port);
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> running.get("/-/ready").statusCode() == 200);
    return running;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The alerts of a queue that it takes for open. */
  List<JsonNode> alerts(String queue) throws IOException, InterruptedException {
    String filter = URLEncoder.encode("queue=\"" + queue + "\"", StandardCharsets.UTF_8);
    List<JsonNode> alerts = new ArrayList<>();
    Json.parse(
            get("/api/v2/alerts?active=true&filter=" + filter)
                .body()
                .getBytes(StandardCharsets.UTF_8))
        .forEach(alerts::add);
    return alerts;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    process.waitFor();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
