// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.core.queue.QueueBoard;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How a queue stands. */
public final class QueueBoardSerializer extends MutableSerializer<QueueBoard> {

  /** The only one there need be. */
  public static final QueueBoardSerializer INSTANCE = new QueueBoardSerializer();

  @Override
  public QueueBoard createInstance() {
    return new QueueBoard();
  }

  @Override
  public void serialize(QueueBoard value, DataOutputView target) throws IOException {
    value.write(target);
  }

  @Override
  public QueueBoard deserialize(DataInputView source) throws IOException {
    return QueueBoard.read(source);
  }

  @Override
  public TypeSerializerSnapshot<QueueBoard> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<QueueBoard> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
