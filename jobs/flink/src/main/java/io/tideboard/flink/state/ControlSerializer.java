// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.flink.live.Control;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What goes to every part of the job. */
public final class ControlSerializer extends CoreSerializer<Control> {

  /** The only one there need be. */
  public static final ControlSerializer INSTANCE = new ControlSerializer();

  @Override
  public Control createInstance() {
    return new Control("", "", new byte[0]);
  }

  @Override
  public void serialize(Control value, DataOutputView target) throws IOException {
    target.writeUTF(value.topic());
    target.writeUTF(value.key());
    target.writeInt(value.value().length);
    target.write(value.value());
  }

  @Override
  public Control deserialize(DataInputView source) throws IOException {
    String topic = source.readUTF();
    String key = source.readUTF();
    byte[] value = new byte[source.readInt()];
    source.readFully(value);
    return new Control(topic, key, value);
  }

  @Override
  public TypeSerializerSnapshot<Control> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Control> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
