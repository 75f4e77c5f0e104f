// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether files have changed, and has them read anew. Content that is no good is
 * said to be, and what was read before stays; it is read again when it changes again, so that a
 * certificate and its key may be replaced one after the other.
 *
 * <p>Looks at times and sizes instead of being told by the system: a secret that is mounted changes
 * by a link to another directory, of which the system tells nothing.
 */
public final class FileWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
  private static final long PERIOD_MILLIS = 1000;
  private static final String COUNTER = "tideboard.gateway.renewals";

  private record Stamp(long modified, long size, @Nullable Object file) {}

  private record Watched(String what, List<Path> files, Runnable renewal) {}

  private final Map<Path, @Nullable Stamp> seen = new HashMap<>();
  private final List<Watched> all = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(FileWatch::thread);
  private final Counter taken;
  private final Counter kept;

  /**
   * Remembers how the files are now; made before they are read for the first time, so that no
   * change is missed.
   */
  public FileWatch(Collection<Path> files, MeterRegistry metrics) {
    files.forEach(file -> seen.put(file, stamp(file)));
    this.taken = counter(metrics, "taken");
    this.kept = counter(metrics, "kept");
  }

  /**
   * From now on calls that, on another thread, after any of the files has changed.
   *
   * @param what they are, for the log
   * @param renewal throws IllegalArgumentException when their content is no good
   */
  public void over(String what, List<Path> files, Runnable renewal) {
    all.add(new Watched(what, files, renewal));
  }

  /** Begins to look. */
  public void start() {
    var unused =
        timer.scheduleWithFixedDelay(
            this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void look() {
    for (Watched watched : all) {
      boolean changed = false;
      for (Path file : watched.files) {
        Stamp now = stamp(file);
        Stamp before = seen.put(file, now);
        changed |= now != null && !now.equals(before);
      }
      if (changed) {
        renew(watched);
      }
    }
  }

  private void renew(Watched watched) {
    try {
      watched.renewal.run();
      taken.increment();
      LOG.info("{}: changed, and read anew", watched.what);
    } catch (IllegalArgumentException e) {
      kept.increment();
      LOG.warn("{}: changed, but what was read before stays: {}", watched.what, e.getMessage());
    } catch (RuntimeException e) {
      kept.increment();
      LOG.error("{}: changed, but what was read before stays", watched.what, e);
    }
  }

  /** How a file is now; null when it is not there, which while it is replaced may be. */
  private static @Nullable Stamp stamp(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime().to(TimeUnit.NANOSECONDS), now.size(), now.fileKey());
    } catch (IOException missing) {
      return null;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "tideboard-files");
    thread.setDaemon(true);
    return thread;
  }

  private static Counter counter(MeterRegistry metrics, String outcome) {
    return Counter.builder(COUNTER)
        .description("Changes of files with keys, certificates or sources, by what came of them")
        .tag("outcome", outcome)
        .register(metrics);
  }
}
