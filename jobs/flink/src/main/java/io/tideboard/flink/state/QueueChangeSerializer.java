// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.core.queue.QueueDelta;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.flink.live.QueueChange;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Deltas on their way to their queue. */
public final class QueueChangeSerializer extends CoreSerializer<QueueChange> {

  /** The only one there need be. */
  public static final QueueChangeSerializer INSTANCE = new QueueChangeSerializer();

  @Override
  public QueueChange createInstance() {
    return new QueueChange(new QueueKey("", ""), new QueueDelta());
  }

  @Override
  public void serialize(QueueChange value, DataOutputView target) throws IOException {
    target.writeUTF(value.key().queue());
    target.writeUTF(value.key().channel());
    value.delta().write(value.key(), target);
  }

  @Override
  public QueueChange deserialize(DataInputView source) throws IOException {
    QueueKey key = new QueueKey(source.readUTF(), source.readUTF());
    return new QueueChange(key, QueueDelta.read(key, source));
  }

  @Override
  public TypeSerializerSnapshot<QueueChange> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<QueueChange> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
