// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.batch;

import io.tideboard.events.Event;
import io.tideboard.flink.FlinkFiles;
import io.tideboard.flink.JobEnvironment;
import io.tideboard.flink.live.KeyedEvent;
import io.tideboard.flink.live.LiveJob;
import io.tideboard.flink.live.LivePipeline;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.flink.live.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * The live job over a log that has an end: the same operators, no server. After the last event time
 * runs on for ever, so whoever still waits has been at risk and in breach.
 */
public final class BatchJob {

  private BatchJob() {}

  /**
   * Runs over all events and hands over every record that would have been published: interval rows
   * once, as they are at the end, and breaches, of which a later one replaces an earlier one of the
   * same key.
   *
   * @return how many events there were
   * @throws IllegalStateException when the job fails
   */
  public static long run(
      Iterator<Event> events, LiveSettings settings, int parallelism, Consumer<Publication> taker) {
    try (FlinkFiles files = FlinkFiles.temporary()) {
      Path spool = files.directory().resolve("log");
      long count = EventSpool.write(events, spool);
      StreamExecutionEnvironment env = JobEnvironment.create(parallelism, null);
      env.configure(files.settings());
      run(env, spool, settings, taker);
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot spool the events: " + e.getMessage(), e);
    }
  }

  private static void run(
      StreamExecutionEnvironment env,
      Path spool,
      LiveSettings settings,
      Consumer<Publication> taker) {
    FileSource<KeyedEvent> source =
        FileSource.forRecordStreamFormat(
                new SpoolFormat(), new org.apache.flink.core.fs.Path(spool.toUri()))
            .build();
    DataStream<KeyedEvent> events =
        env.fromSource(source, LiveJob.time(), "events").setParallelism(1);
    DataStream<Publication> figures = LivePipeline.of(events, LiveJob.unchanged(env), settings);
    try (CloseableIterator<Publication> all = figures.executeAndCollect("tideboard-batch")) {
      all.forEachRemaining(taker);
    } catch (Exception e) {
      throw new IllegalStateException("The job failed: " + e.getMessage(), e);
    }
  }
}
