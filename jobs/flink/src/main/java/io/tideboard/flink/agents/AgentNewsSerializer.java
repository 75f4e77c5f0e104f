// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Served;
import io.tideboard.flink.state.CoreSerializer;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** News on their way to their agent. */
public final class AgentNewsSerializer extends CoreSerializer<AgentNews> {

  private static final int SERVED = -1;

  /** The only one there need be. */
  public static final AgentNewsSerializer INSTANCE = new AgentNewsSerializer();

  @Override
  public AgentNews createInstance() {
    return AgentNews.of("", new byte[0]);
  }

  @Override
  public void serialize(AgentNews value, DataOutputView target) throws IOException {
    target.writeUTF(value.key());
    if (value.served() != null) {
      target.writeInt(SERVED);
      value.served().write(target);
    } else {
      byte[] event = Objects.requireNonNull(value.event(), "an event or a contact");
      target.writeInt(event.length);
      target.write(event);
    }
  }

  @Override
  public AgentNews deserialize(DataInputView source) throws IOException {
    String key = source.readUTF();
    int length = source.readInt();
    if (length == SERVED) {
      return AgentNews.of(Served.read(key, source));
    }
    byte[] event = new byte[length];
    source.readFully(event);
    return AgentNews.of(key, event);
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
