// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.core.planning.ForecastBook;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.flink.state.CoreSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** What is known of a demand; mutable, and so copied while a checkpoint reads it. */
public final class ForecastBookSerializer extends CoreSerializer<ForecastBook> {

  /** The only one there need be. */
  public static final ForecastBookSerializer INSTANCE = new ForecastBookSerializer();

  @Override
  public ForecastBook createInstance() {
    return new ForecastBook(new QueueKey("", ""));
  }

  @Override
  public void serialize(ForecastBook value, DataOutputView target) throws IOException {
    value.write(target);
  }

  @Override
  public ForecastBook deserialize(DataInputView source) throws IOException {
    return ForecastBook.read(source);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public ForecastBook copy(ForecastBook from) {
    try {
      DataOutputSerializer bytes = new DataOutputSerializer(16 * 1024);
      serialize(from, bytes);
      return deserialize(new DataInputDeserializer(bytes.getSharedBuffer(), 0, bytes.length()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }

  @Override
  public TypeSerializerSnapshot<ForecastBook> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ForecastBook> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
