// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Prometheus or an Alertmanager of this test alone. Ended when closed. */
final class Server implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI root;
  private final Path log;

  private Server(Process process, int port, Path log) {
    this.process = process;
    this.root = URI.create("http://127.0.0.1:" + port + "/");
    this.log = log;
  }

  /** Starts it, and waits until it is ready. */
  static Server start(OutsideTool tool, int port, Path directory, List<String> arguments)
      throws IOException {
    Path log = directory.resolve(tool.name().toLowerCase(java.util.Locale.ROOT) + ".log");
    ProcessBuilder builder = new ProcessBuilder(tool.path());
    builder.command().addAll(arguments);
    builder.command().add("--web.listen-address=127.0.0.1:" + port);
    builder.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    Server server = new Server(builder.start(), port, log);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              if (!server.process.isAlive()) {
                throw new AssertionError(java.nio.file.Files.readString(server.log));
              }
              return server.isReady();
            });
    return server;
  }

  /** A port that was free a moment ago. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isReady() {
    try {
      HttpRequest request = HttpRequest.newBuilder(root.resolve("-/ready")).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What it answers to a call with those parameters. */
  JsonNode get(String call, Map<String, String> parameters) throws Exception {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(HttpRequest.newBuilder(root.resolve(call + query)).build());
  }

  /** Posts JSON. */
  void post(String call, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(call))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(call + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private JsonNode send(HttpRequest request) throws Exception {
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
