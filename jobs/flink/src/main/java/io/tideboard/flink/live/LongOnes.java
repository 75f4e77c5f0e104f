// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;

/**
 * The interactions of which so much is known that soon no more is taken. There are few of them, and
 * each of their events is looked at by itself. Known from the first event on after a restart, too:
 * until they were known again, what comes at once could be more than there is room for.
 */
final class LongOnes {

  private final ListState<String> kept;
  private final Set<String> keys = new HashSet<>();

  /**
   * @param isMine whether an interaction belongs to this subtask
   */
  LongOnes(OperatorStateStore store, Predicate<String> isMine) throws Exception {
    kept =
        store.getUnionListState(
            new ListStateDescriptor<>("long-ones", BasicTypeInfo.STRING_TYPE_INFO));
    for (String key : kept.get()) {
      if (isMine.test(key)) {
        keys.add(key);
      }
    }
  }

  boolean has(String key) {
    return !keys.isEmpty() && keys.contains(key);
  }

  void add(String key) {
    keys.add(key);
  }

  void remove(String key) {
    keys.remove(key);
  }

  /** Keeps them with a checkpoint. */
  void snapshot() throws Exception {
    kept.update(List.copyOf(keys));
  }
}
