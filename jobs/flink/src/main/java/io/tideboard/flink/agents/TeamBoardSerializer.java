// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.TeamBoard;
import io.tideboard.flink.state.MutableSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How a team stands. */
public final class TeamBoardSerializer extends MutableSerializer<TeamBoard> {

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
