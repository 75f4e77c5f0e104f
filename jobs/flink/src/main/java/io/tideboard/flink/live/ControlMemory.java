// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.events.Topics;
import io.tideboard.flink.state.Types;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;

/**
 * What has been told to every part of the job, for the next start: the latest definition of each
 * queue, and the latest lists and restarts. The same in every subtask, so one of them writes it.
 */
public final class ControlMemory {

  private static final int MOST_REPAIRS = 10_000;
  private static final int MOST_BYTES = 32 << 20;

  private final ListState<Control> kept;
  private final boolean writes;
  private final Map<String, Control> definitions = new LinkedHashMap<>();
  private final ArrayDeque<Control> repairs = new ArrayDeque<>();
  private int bytes;

  public ControlMemory(OperatorStateStore store, int subtask) throws Exception {
    kept = store.getUnionListState(new ListStateDescriptor<>("controls", Types.CONTROL));
    writes = subtask == 0;
    for (Control control : kept.get()) {
      take(control);
    }
  }

  /** Remembers what has just been told. */
  public void take(Control control) {
    if (control.topic().equals(Topics.CONFIG)) {
      definitions.put(control.key(), control);
    } else {
      repairs.add(control);
      bytes += control.value().length;
      while (repairs.size() > MOST_REPAIRS || bytes > MOST_BYTES) {
        bytes -= repairs.remove().value().length;
      }
    }
  }

  /** Tells everything that is remembered, in the order in which it came. */
  public void tell(Consumer<Control> taker) {
    definitions.values().forEach(taker);
    repairs.forEach(taker);
  }

  /** Keeps it with a checkpoint. */
  public void snapshot() throws Exception {
    kept.clear();
    if (writes) {
      for (Control control : definitions.values()) {
        kept.add(control);
      }
      for (Control control : repairs) {
        kept.add(control);
      }
    }
  }
}
