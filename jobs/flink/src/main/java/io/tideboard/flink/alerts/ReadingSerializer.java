// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.alerts.Reading;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.flink.state.CoreSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What rules find, as JSON: it is sent only when a level changes. */
public final class ReadingSerializer extends CoreSerializer<Reading> {

  /** The only one there need be. */
  public static final ReadingSerializer INSTANCE = new ReadingSerializer();

  @Override
  public Reading createInstance() {
    return new Reading(new QueueKey("", ""), 0, true, List.of());
  }

  @Override
  public void serialize(Reading value, DataOutputView target) throws IOException {
    byte[] json = AlertJson.write(value);
    target.writeInt(json.length);
    target.write(json);
  }

  @Override
  public Reading deserialize(DataInputView source) throws IOException {
    byte[] json = new byte[source.readInt()];
    source.readFully(json);
    return AlertJson.readReading(json);
  }

  @Override
  public TypeSerializerSnapshot<Reading> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Reading> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
