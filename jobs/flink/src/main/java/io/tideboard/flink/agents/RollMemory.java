// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Rolls;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The platforms' lists in an operator. Every subtask hears all of them and so knows the same ones;
 * the first one keeps them for all.
 */
final class RollMemory {

  private final Rolls rolls = new Rolls();
  private final ListState<byte[]> kept;

  RollMemory(OperatorStateStore store) throws Exception {
    kept =
        store.getUnionListState(
            new ListStateDescriptor<>(
                "rolls", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    for (byte[] bytes : kept.get()) {
      rolls.read(new DataInputDeserializer(bytes));
    }
  }

  Rolls all() {
    return rolls;
  }

  void snapshot(int subtask) throws Exception {
    kept.clear();
    if (subtask == 0 && rolls.size() > 0) {
      DataOutputSerializer bytes = new DataOutputSerializer(4096);
      rolls.write(bytes);
      kept.add(bytes.getCopyOfBuffer());
    }
  }
}
