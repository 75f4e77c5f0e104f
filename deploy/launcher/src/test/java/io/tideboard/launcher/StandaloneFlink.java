// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Flink cluster of two processes. They have on their class path what a Flink distribution brings,
 * and nothing of ours: what a job needs beside that, it must bring along.
 */
final class StandaloneFlink implements AutoCloseable {

  private static final Pattern DISTRIBUTED =
      Pattern.compile(
          "(flink-(?!connector-kafka|connector-base|test)|kryo|minlog|objenesis|javassist"
              + "|commons-(cli|collections|compress|io|lang3|math3|text)|snakeyaml-engine"
              + "|lz4-java|snappy-java|slf4j|log4j|jsr305).*\\.jar");

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path directory;
  private final URI rest;
  private final List<Process> processes = new ArrayList<>();

  private StandaloneFlink(Path directory, URI rest) {
    this.directory = directory;
    this.rest = rest;
  }

  /** Starts a cluster whose files are in that directory. */
  static StandaloneFlink start(Path directory, int slots) throws IOException {
    int restPort = freePort();
    StandaloneFlink flink =
        new StandaloneFlink(directory, URI.create("http://127.0.0.1:" + restPort));
    Files.writeString(
        directory.resolve("config.yaml"),
        """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        jobmanager.bind-host: 127.0.0.1
        rest.address: 127.0.0.1
        rest.port: %d
        taskmanager.host: 127.0.0.1
        taskmanager.bind-host: 127.0.0.1
        taskmanager.numberOfTaskSlots: %d
        taskmanager.cpu.cores: 1.0
        taskmanager.memory.framework.heap.size: 64m
        taskmanager.memory.framework.off-heap.size: 64m
        taskmanager.memory.task.heap.size: 128m
        taskmanager.memory.task.off-heap.size: 0m
        taskmanager.memory.managed.size: 1m
        taskmanager.memory.network.min: 32m
        taskmanager.memory.network.max: 32m
        taskmanager.memory.jvm-metaspace.size: 128m
        taskmanager.memory.jvm-overhead.min: 64m
        taskmanager.memory.jvm-overhead.max: 64m
        io.tmp.dirs: %s
        web.tmpdir: %s
        """
            .formatted(freePort(), restPort, slots, directory, directory));
    flink.run("org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint");
    flink.run("org.apache.flink.runtime.taskexecutor.TaskManagerRunner");
    return flink;
  }

  URI rest() {
    return rest;
  }

  /** Waits until the task manager has registered. */
  void awaitSlots() {
    await()
        .atMost(PATIENCE)
        .ignoreException(ConnectException.class)
        .until(() -> get("/overview").path("slots-available").asInt() > 0);
  }

  /** How the job is doing, such as {@code RUNNING}. */
  String status(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job).path("state").asText();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(rest.resolve(path)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private void run(String main) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-cp", distribution(), main, "--configDir", directory.toString()));
    Path log = directory.resolve(main.substring(main.lastIndexOf('.') + 1) + ".log");
    processes.add(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  private static String distribution() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> DISTRIBUTED.matcher(Path.of(jar).getFileName().toString()).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      process.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
    }
  }
}
