// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Served;
import io.tideboard.flink.live.EventBundle;
import io.tideboard.flink.state.CoreSerializer;
import io.tideboard.flink.state.EventBundleSerializer;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** News on their way to their agent. */
public final class AgentNewsSerializer extends CoreSerializer<AgentNews> {

  /** The only one there need be. */
  public static final AgentNewsSerializer INSTANCE = new AgentNewsSerializer();

  @Override
  public AgentNews createInstance() {
    return AgentNews.of(EventBundleSerializer.INSTANCE.createInstance());
  }

  @Override
  public void serialize(AgentNews value, DataOutputView target) throws IOException {
    target.writeUTF(value.key());
    Served served = value.served();
    target.writeBoolean(served != null);
    if (served != null) {
      served.write(target);
    } else {
      Objects.requireNonNull(value.events(), "events or a contact").write(target);
    }
  }

  @Override
  public AgentNews deserialize(DataInputView source) throws IOException {
    String key = source.readUTF();
    boolean served = source.readBoolean();
    return served
        ? AgentNews.of(Served.read(key, source))
        : AgentNews.of(EventBundle.read(key, source));
  }

  @Override
  public TypeSerializerSnapshot<AgentNews> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AgentNews> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
