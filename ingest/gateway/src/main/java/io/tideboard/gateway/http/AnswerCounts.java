// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** How many answers were given, by their status. For any number of threads. */
final class AnswerCounts {

  private final SortedMap<Integer, LongAdder> byStatus = new TreeMap<>();

  AnswerCounts() {
    for (int status : new int[] {200, 202, 207, 400, 403}) {
      byStatus.put(status, new LongAdder());
    }
    for (RequestError error : RequestError.values()) {
      byStatus.put(error.status().code(), new LongAdder());
    }
  }

  void count(Answer answer) {
    LongAdder given = byStatus.get(answer.status().code());
    if (given != null) {
      given.increment();
    }
  }

  /** Every status that is answered. */
  Iterable<Integer> statuses() {
    return byStatus.keySet();
  }

  long of(int status) {
    LongAdder given = byStatus.get(status);
    return given == null ? 0 : given.sum();
  }
}
