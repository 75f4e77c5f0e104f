// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One stay of one interaction in one queue, as the oracle sees it. */
final class Visit {

  enum End {
    ANSWERED,
    ABANDONED,
    FLOWED_OUT,
    CALLBACK,
    LOST
  }

  /** Why nobody told the end. */
  enum Cause {
    NOT_ON_THE_LIST,
    RESTART,
    SILENCE
  }

  String queue;

  /** Null while no event has told it. */
  @Nullable Instant begin;

  /** Null while it waits. */
  @Nullable Instant end;

  @Nullable End how;
  boolean transferredIn;

  /** Of whom only the platform's list told that it waits. */
  boolean listed;

  /** Had been lost, and was found again. */
  boolean found;

  /** Why it is lost; null unless it is. */
  @Nullable Cause cause;

  private Visit(String queue) {
    this.queue = queue;
  }

  static Visit begun(String queue, Instant begin) {
    Visit visit = new Visit(queue);
    visit.begin = begin;
    return visit;
  }

  static Visit endedUnseen(String queue, Instant end, End how) {
    Visit visit = new Visit(queue);
    visit.end(end, how);
    return visit;
  }

  void end(Instant at, End how) {
    this.end = at;
    this.how = how;
  }

  void lose(Instant at, Cause cause) {
    end(at, End.LOST);
    this.cause = cause;
  }

  /** It was not lost after all. */
  void goOn() {
    end = null;
    how = null;
    cause = null;
    found = true;
  }

  boolean waits() {
    return end == null;
  }

  /** When it was offered: its begin, or its end when nobody saw it begin. */
  Instant offeredAt() {
    if (begin != null) {
      return begin;
    }
    if (end != null) {
      return end;
    }
    throw new IllegalStateException("a visit with neither begin nor end in " + queue);
  }

  /** end − begin, never negative; null while one of them is not known. */
  @Nullable Duration waited() {
    if (begin == null || end == null) {
      return null;
    }
    return end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
  }

  boolean skewed() {
    return begin != null && end != null && end.isBefore(begin);
  }
}
