// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Plan;
import io.tideboard.core.agents.TeamDelta;
import io.tideboard.flink.state.CoreSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** News on their way to the team of their queue. */
public final class TeamNewsSerializer extends CoreSerializer<TeamNews> {

  /** The only one there need be. */
  public static final TeamNewsSerializer INSTANCE = new TeamNewsSerializer();

  @Override
  public TeamNews createInstance() {
    return new TeamNews("", new TeamDelta(), null);
  }

  @Override
  public void serialize(TeamNews value, DataOutputView target) throws IOException {
    target.writeUTF(value.queue());
    target.writeBoolean(value.plan() != null);
    if (value.plan() != null) {
      value.plan().write(target);
    } else if (value.delta() != null) {
      value.delta().write(target);
    }
  }

  @Override
  public TeamNews deserialize(DataInputView source) throws IOException {
    String queue = source.readUTF();
    return source.readBoolean()
        ? new TeamNews(queue, null, Plan.read(source))
        : new TeamNews(queue, TeamDelta.read(source), null);
  }

  @Override
  public TypeSerializerSnapshot<TeamNews> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<TeamNews> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
