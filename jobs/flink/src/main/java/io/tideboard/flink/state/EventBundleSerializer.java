// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.flink.live.EventBundle;
import io.tideboard.flink.live.KeyedEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Events on their way to their interaction. */
public final class EventBundleSerializer extends CoreSerializer<EventBundle> {

  /** The only one there need be. */
  public static final EventBundleSerializer INSTANCE = new EventBundleSerializer();

  @Override
  public EventBundle createInstance() {
    return EventBundle.of(new KeyedEvent("", new byte[0]));
  }

  @Override
  public void serialize(EventBundle value, DataOutputView target) throws IOException {
    target.writeUTF(value.key());
    value.write(target);
  }

  @Override
  public EventBundle deserialize(DataInputView source) throws IOException {
    return EventBundle.read(source.readUTF(), source);
  }

  @Override
  public TypeSerializerSnapshot<EventBundle> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<EventBundle> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
