// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.flink.live.Publication;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Records on their way to a topic. */
public final class PublicationSerializer extends CoreSerializer<Publication> {

  /** The only one there need be. */
  public static final PublicationSerializer INSTANCE = new PublicationSerializer();

  @Override
  public Publication createInstance() {
    return new Publication("", "", new byte[0]);
  }

  @Override
  public void serialize(Publication value, DataOutputView target) throws IOException {
    target.writeUTF(value.topic());
    target.writeUTF(value.key());
    target.writeInt(value.value().length);
    target.write(value.value());
  }

  @Override
  public Publication deserialize(DataInputView source) throws IOException {
    String topic = source.readUTF();
    String key = source.readUTF();
    byte[] value = new byte[source.readInt()];
    source.readFully(value);
    return new Publication(topic, key, value);
  }

  @Override
  public TypeSerializerSnapshot<Publication> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Publication> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
