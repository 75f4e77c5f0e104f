// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.AgentLine;
import io.tideboard.core.agents.AgentTerms;
import io.tideboard.flink.state.CoreSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** An agent’s history; mutable, and so copied while a checkpoint reads it. */
public final class AgentEntrySerializer extends CoreSerializer<AgentEntry> {

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
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public AgentEntry copy(AgentEntry from) {
    try {
      DataOutputSerializer bytes = new DataOutputSerializer(1024);
      serialize(from, bytes);
      return deserialize(new DataInputDeserializer(bytes.getSharedBuffer(), 0, bytes.length()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
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
