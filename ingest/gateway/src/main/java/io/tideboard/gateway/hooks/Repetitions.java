// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import io.tideboard.platforms.desk.SignedTime;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The deliveries that were taken lately, by their marks. As long as a signed time is tolerated, and
 * no more than 50 000 of them: the oldest are forgotten first, and (source, id) still tells
 * duplicates downstream.
 */
final class Repetitions {

  /** A delivery may be signed as far ahead as it may be behind. */
  private static final Duration REMEMBERED = SignedTime.TOLERANCE.multipliedBy(2);

  private static final int MOST = 50_000;

  /** 128 bits of a hash: marks may be long, and so many are kept. */
  private record Mark(long high, long low) {}

  private final Map<Mark, Instant> taken = new LinkedHashMap<>();

  /** Whether it was taken before. */
  synchronized boolean has(String source, String mark, Instant now) {
    forget(now);
    return taken.containsKey(hash(source, mark));
  }

  /** Remembers what was taken. */
  synchronized void remember(String source, String mark, Instant now) {
    taken.putIfAbsent(hash(source, mark), now);
    forget(now);
  }

  synchronized int size() {
    return taken.size();
  }

  private void forget(Instant now) {
    Iterator<Instant> times = taken.values().iterator();
    while (times.hasNext()) {
      boolean old = times.next().plus(REMEMBERED).isBefore(now);
      if (!old && taken.size() <= MOST) {
        return;
      }
      times.remove();
    }
  }

  private static Mark hash(String source, String mark) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(source.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      ByteBuffer hash = ByteBuffer.wrap(sha.digest(mark.getBytes(StandardCharsets.UTF_8)));
      return new Mark(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
