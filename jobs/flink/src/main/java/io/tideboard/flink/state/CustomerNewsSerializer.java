// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.core.followup.ClosedContact;
import io.tideboard.flink.live.CustomerNews;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Contacts on their way to their customer's others. */
public final class CustomerNewsSerializer extends CoreSerializer<CustomerNews> {

  /** The only one there need be. */
  public static final CustomerNewsSerializer INSTANCE = new CustomerNewsSerializer();

  @Override
  public CustomerNews createInstance() {
    return new CustomerNews(0, new ClosedContact(0, 0, "", "", 0, 0, 0));
  }

  @Override
  public void serialize(CustomerNews value, DataOutputView target) throws IOException {
    target.writeLong(value.customer());
    value.contact().write(target);
  }

  @Override
  public CustomerNews deserialize(DataInputView source) throws IOException {
    return new CustomerNews(source.readLong(), ClosedContact.read(source));
  }

  @Override
  public TypeSerializerSnapshot<CustomerNews> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CustomerNews> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
