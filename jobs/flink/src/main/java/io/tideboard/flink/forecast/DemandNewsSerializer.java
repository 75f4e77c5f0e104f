// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.core.planning.IntervalFact;
import io.tideboard.flink.state.CoreSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What came, on its way to the forecasts. */
public final class DemandNewsSerializer extends CoreSerializer<DemandNews> {

  /** The only one there need be. */
  public static final DemandNewsSerializer INSTANCE = new DemandNewsSerializer();

  @Override
  public DemandNews createInstance() {
    return new DemandNews("", null, new byte[0]);
  }

  @Override
  public void serialize(DemandNews value, DataOutputView target) throws IOException {
    target.writeUTF(value.key());
    IntervalFact fact = value.fact();
    target.writeBoolean(fact != null);
    if (fact != null) {
      fact.write(target);
    } else {
      byte[] model = value.model() == null ? new byte[0] : value.model();
      target.writeInt(model.length);
      target.write(model);
    }
  }

  @Override
  public DemandNews deserialize(DataInputView source) throws IOException {
    String key = source.readUTF();
    if (source.readBoolean()) {
      return DemandNews.of(key, IntervalFact.read(source));
    }
    byte[] model = new byte[source.readInt()];
    source.readFully(model);
    return new DemandNews(key, null, model);
  }

  @Override
  public TypeSerializerSnapshot<DemandNews> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DemandNews> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
