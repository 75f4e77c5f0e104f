// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.clock.StreamClock;
import java.time.Duration;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;

/**
 * The stream's clock in an operator: survives restarts, so that a silent queue breaks its promises
 * on time after one, too.
 */
public final class StreamTime {

  private final ListState<Long> kept;
  private final StreamClock clock;

  /** Restores the clock; of several former subtasks the earliest time holds. */
  public StreamTime(OperatorStateStore store, Duration silence, long wallMillis) throws Exception {
    kept =
        store.getUnionListState(
            new ListStateDescriptor<>("stream-time", BasicTypeInfo.LONG_TYPE_INFO));
    long restored = StreamClock.UNKNOWN;
    for (long now : kept.get()) {
      restored = restored == StreamClock.UNKNOWN ? now : Math.min(restored, now);
    }
    clock = new StreamClock(silence.toMillis(), restored, wallMillis);
  }

  public StreamClock clock() {
    return clock;
  }

  public void snapshot() throws Exception {
    kept.clear();
    if (clock.now() != StreamClock.UNKNOWN) {
      kept.add(clock.now());
    }
  }

  /** The time it is, in microseconds, or {@link StreamClock#UNKNOWN}. */
  public long micros() {
    return clock.now() == StreamClock.UNKNOWN ? StreamClock.UNKNOWN : clock.now() * Micros.MILLI;
  }
}
