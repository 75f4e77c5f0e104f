// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueKey;
import org.jspecify.annotations.Nullable;

/** What a fact of a log in order says of queue visits. */
final class Visits {

  private Visits() {}

  /** The visit that began, or null. */
  static @Nullable QueueVisit begun(Fact fact) {
    return fact instanceof Fact.VisitRevised revised
            && revised.before() == null
            && revised.after() != null
            && revised.after().waiting()
        ? revised.after()
        : null;
  }

  /** The visit that ended, or null. */
  static @Nullable QueueVisit ended(Fact fact) {
    return fact instanceof Fact.VisitRevised revised
            && (revised.before() == null || revised.before().waiting())
            && revised.after() != null
            && !revised.after().waiting()
        ? revised.after()
        : null;
  }

  static QueueKey key(QueueVisit visit) {
    return new QueueKey(visit.queue(), visit.channel());
  }
}
