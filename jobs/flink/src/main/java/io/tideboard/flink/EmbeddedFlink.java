// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A real Flink inside this JVM, small enough for a laptop. */
public final class EmbeddedFlink implements AutoCloseable {

  private final MiniCluster cluster;
  private final FlinkFiles files;

  private EmbeddedFlink(MiniCluster cluster, FlinkFiles files) {
    this.cluster = cluster;
    this.files = files;
  }

  /** As {@link #start(int, Path)}, with its files in a new temporary directory. */
  public static EmbeddedFlink start(int slots) {
    return start(slots, FlinkFiles.temporary(), OptionalInt.empty());
  }

  /** As {@link #start(int)}, with metrics. */
  public static EmbeddedFlink start(int slots, OptionalInt metricsPort) {
    return start(slots, FlinkFiles.temporary(), metricsPort);
  }

  /**
   * Starts a cluster with so many slots: jobs at the parallelism {@code slots} fit in it.
   *
   * @param files a directory for Flink's own files, deleted at the end
   * @param metricsPort where Prometheus asks how the jobs run, on every address of this machine:
   *     Flink's reporter knows no other way; empty for nowhere
   * @throws IllegalStateException when it does not start
   */
  public static EmbeddedFlink start(int slots, Path files, OptionalInt metricsPort) {
    return start(slots, FlinkFiles.in(files), metricsPort);
  }

  private static EmbeddedFlink start(int slots, FlinkFiles files, OptionalInt metricsPort) {
    Configuration config = files.settings();
    metricsPort.ifPresent(port -> report(config, port));
    config.set(RestOptions.BIND_PORT, "0");
    config.set(RestOptions.ADDRESS, "localhost");
    config.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
    config.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
    config.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    MiniClusterConfiguration settings =
        new MiniClusterConfiguration.Builder()
            .setConfiguration(config)
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(slots)
            .setRpcServiceSharing(RpcServiceSharing.SHARED)
            .build();
    MiniCluster cluster = new MiniCluster(settings);
    try {
      cluster.start();
    } catch (Exception e) {
      files.close();
      throw new IllegalStateException("Flink does not start: " + e.getMessage(), e);
    }
    return new EmbeddedFlink(cluster, files);
  }

  private static void report(Configuration config, int port) {
    String reporter = "metrics.reporter.prometheus.";
    config.setString(reporter + "factory.class", PrometheusReporterFactory.class.getName());
    config.setString(reporter + "port", Integer.toString(port));
  }

  /**
   * Starts the job that the environment describes.
   *
   * @throws IllegalStateException when the cluster refuses it
   */
  public JobID submit(StreamExecutionEnvironment env, String name) {
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(name);
    JobGraph job = graph.getJobGraph();
    try {
      return cluster.submitJob(job).get(30, TimeUnit.SECONDS).getJobID();
    } catch (Exception e) {
      throw new IllegalStateException(name + " is refused by Flink: " + e.getMessage(), e);
    }
  }

  /** Stops a job that would not end by itself. */
  public void cancel(JobID job) {
    cluster.cancelJob(job).join();
  }

  /** How a job is doing. */
  public JobStatus status(JobID job) {
    return cluster.getJobStatus(job).join();
  }

  /** Waits for a job that ends by itself; throws when it fails. */
  public void await(JobID job) {
    try {
      cluster
          .requestJobResult(job)
          .get()
          .toJobExecutionResult(Thread.currentThread().getContextClassLoader());
    } catch (Exception e) {
      throw new IllegalStateException("The job failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      cluster.closeAsync().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("Flink does not stop: " + e.getMessage(), e);
    } finally {
      files.close();
    }
  }
}
