// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Translation;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@link ConnectionStatus} is made of. Written by one thread, read by any. */
final class Counters {

  private static final Logger LOG = LoggerFactory.getLogger(Counters.class);
  private static final int MOST_KINDS = 200;
  private static final String OTHERS = "others";

  private final String source;
  private final AtomicLong opened = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong told = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong sentAgain = new AtomicLong();
  private final AtomicLong pending = new AtomicLong();
  private final AtomicLong tooLong = new AtomicLong();
  private final Map<String, AtomicLong> ignored = new ConcurrentHashMap<>();
  private volatile boolean ready;
  private volatile String problem = "";

  Counters(String source) {
    this.source = source;
  }

  void ready() {
    opened.incrementAndGet();
    ready = true;
    problem = "";
    LOG.info("{}: connected", source);
  }

  void notReady(String why) {
    if (ready || !problem.equals(why)) {
      LOG.warn("{}: {}", source, why);
    }
    ready = false;
    problem = why;
  }

  void openingFailed(String why) {
    failed.incrementAndGet();
    notReady(why);
  }

  void read(Translation translation) {
    read.incrementAndGet();
    told(translation);
    translation.ignored().forEach(this::ignored);
    for (InvalidEvent why : translation.refused()) {
      refused(why);
    }
  }

  void told(Translation translation) {
    told.addAndGet(translation.events().size());
  }

  /** A message that says what it is, and is not. */
  void unreadable(InvalidEvent why) {
    read.incrementAndGet();
    refused(why);
  }

  /** A message on which the translation itself failed: it costs this message and nothing else. */
  void failedOn(RuntimeException fault) {
    read.incrementAndGet();
    refused.incrementAndGet();
    StackTraceElement[] trace = fault.getStackTrace();
    // Without its message, which may repeat what was said.
    LOG.error(
        "{}: translating failed with {} at {}",
        source,
        fault.getClass().getName(),
        trace.length == 0 ? "an unknown place" : trace[0]);
  }

  private void refused(InvalidEvent why) {
    refused.incrementAndGet();
    // Says field and expectation; the value may be a caller's number.
    LOG.debug("{}: {} in {}", source, why.code().wire(), why.field());
  }

  void tooLong(long messages) {
    tooLong.addAndGet(messages);
  }

  void acknowledged(int events) {
    acknowledged.addAndGet(events);
  }

  void sentAgain(String why) {
    if (sentAgain.incrementAndGet() == 1) {
      LOG.warn("{}: not acknowledged, sent again: {}", source, why);
    }
  }

  void pending(int events) {
    pending.set(events);
  }

  ConnectionStatus status() {
    Map<String, Long> kinds = new TreeMap<>();
    ignored.forEach((kind, count) -> kinds.put(kind, count.get()));
    return new ConnectionStatus(
        ready,
        opened.get(),
        failed.get(),
        read.get(),
        tooLong.get(),
        kinds,
        refused.get(),
        told.get(),
        acknowledged.get(),
        sentAgain.get(),
        pending.get(),
        problem);
  }

  private void ignored(String kind, int count) {
    String counted = ignored.size() >= MOST_KINDS && !ignored.containsKey(kind) ? OTHERS : kind;
    ignored.computeIfAbsent(counted, unknown -> new AtomicLong()).addAndGet(count);
  }
}
