// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.followup.CustomerContacts;
import io.tideboard.core.queue.DeltaBatch;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Where the contacts of one customer meet: tells the queues which resolved contacts were followed
 * by a further one. Only contacts that are over and whose customer is known come here.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
final class CustomerFunction extends KeyedProcessFunction<Long, CustomerNews, QueueChange> {

  private static final ValueStateDescriptor<byte[]> CONTACTS =
      new ValueStateDescriptor<>("contacts", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  /** Timers stand on a grid of so many milliseconds, so that many contacts have one. */
  private static final long GRID = Duration.ofHours(1).toMillis();

  private final LiveSettings settings;

  private transient DeltaBatch facts;
  private transient ValueState<byte[]> kept;

  CustomerFunction(LiveSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    facts = new DeltaBatch();
    kept = getRuntimeContext().getState(CONTACTS);
  }

  @Override
  public void processElement(CustomerNews news, Context context, Collector<QueueChange> out)
      throws Exception {
    CustomerContacts contacts = contacts();
    contacts.take(news.contact(), Micros.of(settings.firstContactWindow()), facts::take);
    facts.drain((queue, delta) -> out.collect(new QueueChange(queue, delta)));
    keep(contacts);
    if (!contacts.isEmpty()) {
      long last = Micros.ceilMillis(news.contact().last());
      long from = Math.max(last, context.timerService().currentWatermark());
      context.timerService().registerEventTimeTimer((from + remembered()) / GRID * GRID + GRID);
    }
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<QueueChange> out)
      throws Exception {
    CustomerContacts contacts = contacts();
    contacts.forgetBefore((at - remembered()) * Micros.MILLI);
    keep(contacts);
  }

  /** As long as a further contact matters, or the contact itself may be corrected. */
  private long remembered() {
    return settings.firstContactWindow().plus(settings.keepInteraction()).toMillis();
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
    DataOutputSerializer bytes = new DataOutputSerializer(128);
    contacts.write(bytes);
    kept.update(bytes.getCopyOfBuffer());
  }
}
