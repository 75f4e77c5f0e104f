// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import io.tideboard.bench.LogForm;
import io.tideboard.bench.Peer;
import io.tideboard.bench.PeerRun;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.ExecutionConfigOptions;

/** The counts as a Flink SQL job: {@code queue-intervals.sql}, with mini-batches. */
public final class FlinkSqlPeer implements Peer {

  private static final String INSERT = "INSERT";

  @Override
  public String name() {
    return "flink-sql";
  }

  @Override
  public LogForm reads() {
    return LogForm.JSON;
  }

  @Override
  public void run(PeerRun run) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings());
    env.setParallelism(run.parallelism());
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    StreamStatementSet inserts = tables.createStatementSet();
    Map<String, String> values =
        Map.of(
            "bootstrapServers", run.bootstrapServers(),
            "events", reads().topic(),
            "results", run.results());
    for (String statement : SqlScript.read("queue-intervals.sql", values)) {
      if (statement.startsWith(INSERT)) {
        inserts.addInsertSql(statement);
      } else {
        tables.executeSql(statement);
      }
    }
    inserts.attachAsDataStream();
    run.flink().await(run.flink().submit(env, name()));
  }

  private static Configuration settings() {
    Configuration config = new Configuration();
    config.set(PipelineOptions.OBJECT_REUSE, true);
    config.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    // Gathers the changes of a key before they are counted, for as long as a wallboard may wait.
    config.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ENABLED, true);
    config.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ALLOW_LATENCY, Duration.ofSeconds(1));
    config.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_SIZE, 50_000L);
    return config;
  }
}
