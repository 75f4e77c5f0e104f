// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.flink.live.KeyedEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Events on their way from the log to their interaction. */
public final class KeyedEventSerializer extends CoreSerializer<KeyedEvent> {

  /** The only one there need be. */
  public static final KeyedEventSerializer INSTANCE = new KeyedEventSerializer();

  @Override
  public KeyedEvent createInstance() {
    return new KeyedEvent("", new byte[0]);
  }

  @Override
  public void serialize(KeyedEvent value, DataOutputView target) throws IOException {
    target.writeUTF(value.key());
    target.writeInt(value.value().length);
    target.write(value.value());
  }

  @Override
  public KeyedEvent deserialize(DataInputView source) throws IOException {
    String key = source.readUTF();
    byte[] value = new byte[source.readInt()];
    source.readFully(value);
    return new KeyedEvent(key, value);
  }

  @Override
  public TypeSerializerSnapshot<KeyedEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeyedEvent> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
