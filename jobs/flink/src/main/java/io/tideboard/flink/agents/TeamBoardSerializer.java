// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.TeamBoard;
import io.tideboard.flink.state.CoreSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** How a team stands; mutable, and so copied while a checkpoint reads it. */
public final class TeamBoardSerializer extends CoreSerializer<TeamBoard> {

  /** The only one there need be. */
  public static final TeamBoardSerializer INSTANCE = new TeamBoardSerializer();

  @Override
  public TeamBoard createInstance() {
    return new TeamBoard();
  }

  @Override
  public void serialize(TeamBoard value, DataOutputView target) throws IOException {
    value.write(target);
  }

  @Override
  public TeamBoard deserialize(DataInputView source) throws IOException {
    return TeamBoard.read(source);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public TeamBoard copy(TeamBoard from) {
    try {
      DataOutputSerializer bytes = new DataOutputSerializer(1024);
      serialize(from, bytes);
      return deserialize(new DataInputDeserializer(bytes.getSharedBuffer(), 0, bytes.length()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }

  @Override
  public TypeSerializerSnapshot<TeamBoard> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<TeamBoard> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
