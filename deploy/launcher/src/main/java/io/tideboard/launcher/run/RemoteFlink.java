// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.launcher.CommandFailed;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A Flink cluster that somebody else runs. */
public final class RemoteFlink {

  private static final int USUAL_PORT = 8081;
  private static final long PATIENCE_SECONDS = 60;

  private final URI address;

  /** The cluster with that REST address. */
  public RemoteFlink(URI address) {
    this.address = address;
  }

  /**
   * Hands a job to the cluster, with all the classes that it needs.
   *
   * @throws CommandFailed with exit code 4 when the cluster does not take it
   */
  public JobID submit(StreamExecutionEnvironment env, String name) {
    require();
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(name);
    JobGraph job = graph.getJobGraph();
    jars().forEach(jar -> job.addJar(new org.apache.flink.core.fs.Path(jar.toUri())));
    try (RestClusterClient<StandaloneClusterId> client =
        new RestClusterClient<>(config(), StandaloneClusterId.getInstance())) {
      return client.submitJob(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(e);
    } catch (ExecutionException | TimeoutException e) {
      throw refused(e);
    } catch (Exception e) {
      throw refused(e);
    }
  }

  /** Flink's client takes any answer in JSON for a yes, also that of another kind of server. */
  private void require() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address.getHost() + ":" + port() + "/config"))
            .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .build();
    try {
      HttpClient http = HttpClient.newHttpClient();
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      if (!answer.contains("\"flink-version\"")) {
        throw refused("it answers, but is no Flink");
      }
    } catch (ConnectException e) {
      throw refused("nobody listens there");
    } catch (IOException e) {
      throw refused(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(e);
    }
  }

  private int port() {
    return address.getPort() < 0 ? USUAL_PORT : address.getPort();
  }

  private CommandFailed refused(Throwable failure) {
    Throwable why = failure;
    while (why.getCause() != null) {
      why = why.getCause();
    }
    return refused(String.valueOf(why.getMessage()).lines().findFirst().orElse(""));
  }

  private CommandFailed refused(String why) {
    return CommandFailed.unreachable(
        "Flink at " + address + " does not take the job (" + why + ")");
  }

  private Configuration config() {
    Configuration config = new Configuration();
    config.set(RestOptions.ADDRESS, address.getHost());
    config.set(RestOptions.PORT, port());
    // Uploading some 30 MB may take longer than the usual patience, but not for ever.
    config.set(RestOptions.RETRY_MAX_ATTEMPTS, 3);
    return config;
  }

  /** What the job needs and a cluster does not bring. */
  private static List<Path> jars() {
    List<String> needed =
        List.of(
            "tideboard-core",
            "tideboard-events",
            "tideboard-flink",
            "flink-connector",
            "kafka-clients",
            "protobuf-java",
            "jackson-core",
            "jackson-databind",
            "jackson-annotations",
            // Whoever runs the broker may choose how topics are compressed.
            "lz4-java",
            "snappy-java",
            "zstd-jni");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(
            path -> {
              String file = String.valueOf(path.getFileName());
              return file.endsWith(".jar") && needed.stream().anyMatch(file::startsWith);
            })
        .toList();
  }
}
