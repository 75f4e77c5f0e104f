// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.clock.StreamClock;
import io.tideboard.core.followup.CustomerContacts;
import io.tideboard.core.queue.DeltaBatch;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Where the contacts of one customer meet: tells the queues which resolved contacts were followed
 * by a further one, gathered by queue until time goes on. Only contacts that are over and whose
 * customer is known come here.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
final class CustomerOperator extends AbstractStreamOperator<QueueChange>
    implements OneInputStreamOperator<CustomerNews, QueueChange> {

  private static final String CONTACTS = "contacts";
  private static final int MOST_GATHERED = 4096;

  private final LiveSettings settings;

  private transient DeltaBatch gathered;
  private transient LookAgain<Long> lookAgain;
  private transient DataOutputSerializer out;
  private transient ValueState<byte[]> kept;
  private transient long watermark;

  CustomerOperator(LiveSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    gathered = new DeltaBatch();
    lookAgain = new LookAgain<>();
    out = new DataOutputSerializer(256);
    kept =
        getPartitionedState(
            new ValueStateDescriptor<>(
                CONTACTS, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    watermark = StreamClock.UNKNOWN;
    customers().forEach(customer -> lookAgain.at(customer, StreamClock.UNKNOWN));
  }

  private List<Long> customers() {
    try (Stream<Long> keys =
        this.<Long>getKeyedStateBackend().getKeys(CONTACTS, VoidNamespace.INSTANCE)) {
      return keys.toList();
    }
  }

  @Override
  public void processElement(StreamRecord<CustomerNews> record) throws Exception {
    CustomerNews news = record.getValue();
    CustomerContacts contacts = contacts();
    boolean isNew = contacts.isEmpty();
    contacts.take(news.contact(), Micros.of(settings.firstContactWindow()), gathered::take);
    keep(contacts);
    if (isNew && !contacts.isEmpty()) {
      lookAgain.at(news.customer(), Math.max(forgetAt(contacts), watermark + remembered()));
    }
    if (gathered.size() >= MOST_GATHERED) {
      send();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    for (Long customer : lookAgain.dueBy(watermark)) {
      lookAgainAt(customer);
    }
    send();
    super.processWatermark(mark);
  }

  private void lookAgainAt(Long customer) throws IOException {
    setCurrentKey(customer);
    CustomerContacts contacts = contacts();
    contacts.forgetBefore(
        watermark == Long.MAX_VALUE ? Long.MAX_VALUE : (watermark - remembered()) * Micros.MILLI);
    keep(contacts);
    if (!contacts.isEmpty()) {
      lookAgain.at(customer, forgetAt(contacts));
    }
  }

  /** When the first of them may be forgotten. */
  private long forgetAt(CustomerContacts contacts) {
    return Micros.ceilMillis(contacts.first()) + remembered();
  }

  /** As long as a further contact matters, or the contact itself may be corrected. */
  private long remembered() {
    return settings.firstContactWindow().plus(settings.memory().interaction()).toMillis();
  }

  private CustomerContacts contacts() throws IOException {
    byte[] known = kept.value();
    return known == null
        ? new CustomerContacts()
        : CustomerContacts.read(new DataInputDeserializer(known));
  }

  private void keep(CustomerContacts contacts) throws IOException {
    if (contacts.isEmpty()) {
      kept.clear();
      return;
    }
    out.clear();
    contacts.write(out);
    kept.update(out.getCopyOfBuffer());
  }

  private void send() {
    gathered.drain(
        (queue, delta) -> output.collect(new StreamRecord<>(new QueueChange(queue, delta))));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    send();
  }
}
