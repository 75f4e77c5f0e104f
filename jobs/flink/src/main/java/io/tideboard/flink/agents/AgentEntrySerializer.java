// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.AgentLine;
import io.tideboard.core.agents.AgentTerms;
import io.tideboard.flink.state.MutableSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An agent’s history. */
public final class AgentEntrySerializer extends MutableSerializer<AgentEntry> {

  /** The only one there need be. */
  public static final AgentEntrySerializer INSTANCE = new AgentEntrySerializer();

  @Override
  public AgentEntry createInstance() {
    return new AgentEntry(new AgentLine(AgentTerms.DEFAULT), AgentEntry.NONE);
  }

  @Override
  public void serialize(AgentEntry value, DataOutputView target) throws IOException {
    value.line().write(target);
    target.writeLong(value.timerAt());
  }

  @Override
  public AgentEntry deserialize(DataInputView source) throws IOException {
    return new AgentEntry(AgentLine.read(source), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<AgentEntry> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AgentEntry> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
