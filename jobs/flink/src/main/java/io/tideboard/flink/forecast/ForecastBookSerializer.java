// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.core.planning.ForecastBook;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.flink.state.MutableSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What is known of a demand. */
public final class ForecastBookSerializer extends MutableSerializer<ForecastBook> {

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
