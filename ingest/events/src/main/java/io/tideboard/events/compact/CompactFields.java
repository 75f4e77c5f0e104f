// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static com.google.protobuf.CodedOutputStream.computeFixed64Size;
import static com.google.protobuf.CodedOutputStream.computeInt32Size;
import static com.google.protobuf.CodedOutputStream.computeStringSize;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.Channel;
import io.tideboard.events.EventField;
import io.tideboard.events.EventHeader;
import io.tideboard.events.FieldWriter;
import io.tideboard.events.QueueSnapshot.Waiting;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an event's fields by their numbers. */
final class CompactFields implements FieldWriter {

  private static final @Nullable EventField[] BY_TAG = byTag();

  private final CodedOutputStream out;
  private final long received;

  CompactFields(CodedOutputStream out, long received) {
    this.out = out;
    this.received = received;
  }

  /** The field with that tag; null for one of a later version, or of another kind than ours. */
  static @Nullable EventField ofTag(int tag) {
    return tag < 0 || tag >= BY_TAG.length ? null : BY_TAG[tag];
  }

  private static @Nullable EventField[] byTag() {
    EventField[] fields = EventField.values();
    int most = 0;
    for (EventField field : fields) {
      most = Math.max(most, tag(field));
    }
    @Nullable EventField[] byTag = new EventField[most + 1];
    for (EventField field : fields) {
      byTag[tag(field)] = field;
    }
    return byTag;
  }

  private static int tag(EventField field) {
    return field.number() << 3 | wireType(field);
  }

  /** The wire type of a field's values. */
  private static int wireType(EventField field) {
    return switch (field.kind()) {
      case CHOICE, WHOLE -> WireFormat.WIRETYPE_VARINT;
      case TIME ->
          field == EventField.TIME ? WireFormat.WIRETYPE_VARINT : WireFormat.WIRETYPE_FIXED64;
      case NUMBER -> WireFormat.WIRETYPE_FIXED64;
      case TEXT, TEXTS, PAIRS, CAPACITY, WAITING, STANDINGS -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
    };
  }

  void header(EventHeader header) throws IOException {
    // Sent soon after it happened: the difference is a few bytes, the time itself eight.
    out.writeSInt64(EventField.TIME.number(), received - Micros.of(header.occurredAt()));
    text(EventField.ID, header.id());
    text(EventField.SOURCE, header.source());
  }

  @Override
  public void text(EventField field, String value) throws IOException {
    out.writeString(field.number(), value);
  }

  @Override
  public void choice(EventField field, WireName value) throws IOException {
    out.writeInt32(field.number(), value.number());
  }

  @Override
  public void time(EventField field, Instant value) throws IOException {
    out.writeFixed64(field.number(), Micros.of(value));
  }

  @Override
  public void whole(EventField field, int value) throws IOException {
    out.writeSInt32(field.number(), value);
  }

  @Override
  public void number(EventField field, double value) throws IOException {
    out.writeDouble(field.number(), value);
  }

  @Override
  public void texts(EventField field, List<String> values) throws IOException {
    for (String value : values) {
      out.writeString(field.number(), value);
    }
  }

  @Override
  public void pairs(EventField field, Map<String, String> values) throws IOException {
    for (Map.Entry<String, String> pair : new TreeMap<>(values).entrySet()) {
      String name = pair.getKey();
      String value = pair.getValue();
      message(field, computeStringSize(1, name) + computeStringSize(2, value));
      out.writeString(1, name);
      out.writeString(2, value);
    }
  }

  @Override
  public void capacity(EventField field, Map<Channel, Integer> values) throws IOException {
    for (Map.Entry<Channel, Integer> pair : new TreeMap<>(values).entrySet()) {
      int channel = pair.getKey().number();
      int contacts = pair.getValue();
      message(field, computeInt32Size(1, channel) + computeInt32Size(2, contacts));
      out.writeInt32(1, channel);
      out.writeInt32(2, contacts);
    }
  }

  @Override
  public void waiting(EventField field, List<Waiting> values) throws IOException {
    for (Waiting waiting : values) {
      long since = Micros.of(waiting.since());
      message(field, computeStringSize(1, waiting.interaction()) + computeFixed64Size(2, since));
      out.writeString(1, waiting.interaction());
      out.writeFixed64(2, since);
    }
  }

  @Override
  public void standings(EventField field, List<Standing> values) throws IOException {
    for (Standing standing : values) {
      int state = standing.state().number();
      long since = Micros.of(standing.since());
      int size =
          computeStringSize(1, standing.agent())
              + computeInt32Size(2, state)
              + computeFixed64Size(3, since);
      for (String queue : standing.queues()) {
        size += computeStringSize(4, queue);
      }
      message(field, size);
      out.writeString(1, standing.agent());
      out.writeInt32(2, state);
      out.writeFixed64(3, since);
      for (String queue : standing.queues()) {
        out.writeString(4, queue);
      }
    }
  }

  private void message(EventField field, int size) throws IOException {
    out.writeTag(field.number(), WireFormat.WIRETYPE_LENGTH_DELIMITED);
    out.writeUInt32NoTag(size);
  }
}
