// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.breach.Watched;
import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Messages;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.EventType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * An interaction as it is kept: its history in some two hundred bytes, from which everything else
 * follows. As objects it would be five times as much, and a collector would have to follow thirty
 * references for each of a million. For one thread.
 */
final class ContactForm {

  private static final byte VERSION = 1;
  private static final int FLAGS = 1;
  private static final int FORGET_AT = 2;
  private static final int FORGOTTEN_WITHOUT_A_WORD = 1;

  private final DataOutputSerializer out = new DataOutputSerializer(512);
  private final DataInputDeserializer in = new DataInputDeserializer();

  byte[] write(ContactEntry entry) throws IOException {
    Interaction interaction = entry.watched().interaction();
    NamesOut names = new NamesOut(out);
    out.clear();
    out.writeByte(VERSION);
    out.writeByte(leavesQuietly(entry) ? FORGOTTEN_WITHOUT_A_WORD : 0);
    out.writeLong(entry.forgetAt());
    out.writeLong(entry.watched().alarmAt());
    names.write(entry.source());
    out.writeBoolean(entry.customer() != 0);
    if (entry.customer() != 0) {
      out.writeLong(entry.customer());
      out.writeInt(entry.topic());
    }
    write(interaction.history(), names);
    write(interaction.messages(), names);
    return out.getCopyOfBuffer();
  }

  private static boolean leavesQuietly(ContactEntry entry) {
    ContactCourse course = entry.watched().interaction().course();
    return !entry.watched().alarmed() && (course == null || !course.unresolved());
  }

  /** Whether it may be forgotten by then, and nothing follows from that. */
  static boolean isOver(byte[] kept, long millis) {
    if ((kept[FLAGS] & FORGOTTEN_WITHOUT_A_WORD) == 0) {
      return false;
    }
    long forgetAt = 0;
    for (int i = FORGET_AT; i < FORGET_AT + Long.BYTES; i++) {
      forgetAt = forgetAt << 8 | kept[i] & 0xff;
    }
    return forgetAt <= millis;
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IOException when it is of a version that is not known
   */
  ContactEntry read(byte[] kept) throws IOException {
    in.setBuffer(kept);
    NamesIn names = new NamesIn(in);
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException(
          version + " as version of an interaction in state: expected " + VERSION);
    }
    in.readByte();
    long forgetAt = in.readLong();
    long alarmAt = in.readLong();
    String source = names.readName();
    boolean known = in.readBoolean();
    long customer = known ? in.readLong() : 0;
    int topic = known ? in.readInt() : 0;
    Interaction interaction = Interaction.of(history(names), messages(names));
    return new ContactEntry(new Watched(interaction, alarmAt), forgetAt, source, customer, topic);
  }

  private void write(List<Moment> history, NamesOut names) throws IOException {
    Varint.write(out, history.size());
    long before = 0;
    for (Moment moment : history) {
      Varint.write(out, moment.at() - before);
      before = moment.at();
      out.writeByte(moment.type().number());
      out.writeLong(moment.identity());
      names.write(moment.channel());
      names.write(moment.queue());
      names.write(moment.agent());
      Varint.write(out, moment.flags());
    }
  }

  private List<Moment> history(NamesIn names) throws IOException {
    int size = Varint.readInt(in);
    List<Moment> history = new ArrayList<>(size);
    long at = 0;
    for (int i = 0; i < size; i++) {
      at += Varint.read(in);
      history.add(
          new Moment(
              at,
              type(in.readByte()),
              in.readLong(),
              names.read(),
              names.read(),
              names.read(),
              Varint.readInt(in)));
    }
    return history;
  }

  private static EventType type(int number) throws IOException {
    EventType type = EventType.ofNumber(number);
    if (type == null) {
      throw new IOException(number + " as event type in state: expected one that is known");
    }
    return type;
  }

  private void write(Messages messages, NamesOut names) throws IOException {
    out.writeLong(messages.customer());
    Varint.write(out, messages.agents().length);
    long before = 0;
    for (long at : messages.agents()) {
      Varint.write(out, at - before);
      before = at;
    }
    names.write(messages.channel());
    out.writeLong(messages.channelAt());
  }

  private Messages messages(NamesIn names) throws IOException {
    long customer = in.readLong();
    long[] agents = new long[Varint.readInt(in)];
    long at = 0;
    for (int i = 0; i < agents.length; i++) {
      at += Varint.read(in);
      agents[i] = at;
    }
    return new Messages(customer, agents, names.read(), in.readLong());
  }
}
