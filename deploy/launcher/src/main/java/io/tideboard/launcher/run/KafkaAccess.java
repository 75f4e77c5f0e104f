// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.embedded.TopicSetup;
import io.tideboard.launcher.CommandFailed;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** A Kafka that somebody else runs. */
public final class KafkaAccess {

  private static final int PATIENCE_MILLIS = 10_000;

  private KafkaAccess() {}

  /**
   * Makes sure that it is there.
   *
   * @throws CommandFailed with exit code 4 when it does not answer
   */
  public static void require(String bootstrap) {
    withAdmin(bootstrap, admin -> {});
  }

  /**
   * Makes sure that it is there and has the topics of Tideboard.
   *
   * @param partitions of the topics that are created
   * @throws CommandFailed with exit code 4 when it does not answer
   */
  public static void requireTopics(String bootstrap, int partitions) {
    withAdmin(bootstrap, admin -> new TopicSetup(admin).ensure(partitions));
  }

  /** The same once it is there, on a thread that ends with that or with this JVM. */
  public static void requireTopicsLater(String bootstrap, int partitions, Steps steps) {
    Thread waiting = new Thread(() -> insist(bootstrap, partitions, steps), "tideboard-topics");
    waiting.setDaemon(true);
    waiting.start();
  }

  private static void insist(String bootstrap, int partitions, Steps steps) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        requireTopics(bootstrap, partitions);
        steps.done("Kafka is there, and has the topics");
        return;
      } catch (CommandFailed stillAway) {
        // It waited ten seconds for that, so this loop is no busy one.
      }
    }
  }

  private interface Work {
    void with(Admin admin);
  }

  private static void withAdmin(String bootstrap, Work work) {
    Map<String, Object> client =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS / 2,
            AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
            "");
    try (Admin admin = Admin.create(client)) {
      admin.describeCluster().clusterId().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      work.with(admin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(bootstrap, e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw unreachable(bootstrap, e);
    }
  }

  private static CommandFailed unreachable(String bootstrap, Exception why) {
    Throwable cause = why.getCause() == null ? why : why.getCause();
    // Which call waited for which node is of no use to somebody who named the wrong address.
    boolean silent =
        cause instanceof TimeoutException
            || cause instanceof org.apache.kafka.common.errors.TimeoutException;
    return CommandFailed.unreachable(
        "Kafka cannot be reached at "
            + bootstrap
            + " ("
            + (silent ? "no answer within " + PATIENCE_MILLIS / 1000 + " s" : cause.getMessage())
            + "): say where it is with --bootstrap");
  }
}
