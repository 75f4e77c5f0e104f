// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.core.breach.Watched;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Messages;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.EventType;
import io.tideboard.flink.live.ContactEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An interaction’s history; the picture is made anew from it. */
public final class ContactEntrySerializer extends CoreSerializer<ContactEntry> {

  /** The only one there need be. */
  public static final ContactEntrySerializer INSTANCE = new ContactEntrySerializer();

  @Override
  public ContactEntry createInstance() {
    return ContactEntry.NONE;
  }

  @Override
  public void serialize(ContactEntry value, DataOutputView target) throws IOException {
    List<Moment> history = value.watched().interaction().history();
    Varint.write(target, history.size());
    long before = 0;
    for (Moment moment : history) {
      Varint.write(target, moment.at() - before);
      before = moment.at();
      target.writeByte(moment.type().number());
      target.writeLong(moment.identity());
      Strings.write(target, moment.channel());
      Strings.write(target, moment.queue());
      Strings.write(target, moment.agent());
      target.writeInt(moment.flags());
    }
    write(value.watched().interaction().messages(), target);
    target.writeLong(value.watched().alarmAt());
    target.writeLong(value.forgetAt());
    target.writeUTF(value.source());
  }

  @Override
  public ContactEntry deserialize(DataInputView source) throws IOException {
    int size = Varint.readInt(source);
    List<Moment> history = new ArrayList<>(size);
    long at = 0;
    for (int i = 0; i < size; i++) {
      at += Varint.read(source);
      history.add(moment(at, source));
    }
    Interaction interaction = Interaction.of(history, messages(source));
    long alarmAt = source.readLong();
    return new ContactEntry(new Watched(interaction, alarmAt), source.readLong(), source.readUTF());
  }

  private static void write(Messages messages, DataOutputView target) throws IOException {
    target.writeLong(messages.customer());
    Varint.write(target, messages.agents().length);
    long before = 0;
    for (long at : messages.agents()) {
      Varint.write(target, at - before);
      before = at;
    }
    Strings.write(target, messages.channel());
    target.writeLong(messages.channelAt());
  }

  private static Messages messages(DataInputView source) throws IOException {
    long customer = source.readLong();
    long[] agents = new long[Varint.readInt(source)];
    long at = 0;
    for (int i = 0; i < agents.length; i++) {
      at += Varint.read(source);
      agents[i] = at;
    }
    return new Messages(customer, agents, Strings.read(source), source.readLong());
  }

  private static Moment moment(long at, DataInputView source) throws IOException {
    int number = source.readByte();
    EventType type = EventType.ofNumber(number);
    if (type == null) {
      throw new IOException(number + " as event type in state: expected one that is known");
    }
    return new Moment(
        at,
        type,
        source.readLong(),
        Strings.read(source),
        Strings.read(source),
        Strings.read(source),
        source.readInt());
  }

  @Override
  public TypeSerializerSnapshot<ContactEntry> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores this serializer from a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ContactEntry> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
