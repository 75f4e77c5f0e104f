// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.QueueSnapshot.Waiting;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one value; fields may stand in any order, unknown ones are skipped. */
final class CompactReader {

  private final CodedInputStream in;
  private final EventDraft draft = new EventDraft();
  private @Nullable EventType type;
  private boolean hasReceived;
  private long received;
  private long lag;
  private List<String> texts = List.of();
  private List<Waiting> waiting = List.of();
  private List<Standing> standings = List.of();
  private Map<String, String> pairs = Map.of();
  private Map<Channel, Integer> capacity = Map.of();

  CompactReader(CodedInputStream in) {
    this.in = in;
  }

  AcceptedEvent read() throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      field(tag);
    }
    if (!hasReceived) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, "received_at", null, "a time");
    }
    if (type == null) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, "type", null, "a number from 1");
    }
    draft.type(type);
    draft.set(EventField.TIME, Micros.toInstant(received - lag));
    draft.set(EventField.QUEUES, texts);
    draft.set(EventField.WAITING, waiting);
    draft.set(EventField.AGENTS, standings);
    draft.set(EventField.ATTRIBUTES, pairs);
    draft.set(EventField.CAPACITY, capacity);
    return new AcceptedEvent(draft.build(), Micros.toInstant(received));
  }

  private void field(int tag) throws IOException {
    int number = WireFormat.getTagFieldNumber(tag);
    int wireType = WireFormat.getTagWireType(tag);
    if (number == CompactForm.RECEIVED_AT && wireType == WireFormat.WIRETYPE_FIXED64) {
      received = in.readFixed64();
      hasReceived = true;
    } else if (number == CompactForm.TYPE && wireType == WireFormat.WIRETYPE_VARINT) {
      type = type(in.readInt32());
    } else {
      EventField field = CompactFields.ofTag(tag);
      if (field != null) {
        value(field);
      } else {
        in.skipField(tag);
      }
    }
  }

  private void value(EventField field) throws IOException {
    switch (field.kind()) {
      case TEXT -> draft.set(field, in.readStringRequireUtf8());
      case CHOICE -> draft.set(field, choice(field, in.readInt32()));
      case TIME -> {
        if (field == EventField.TIME) {
          lag = in.readSInt64();
        } else {
          draft.set(field, Micros.toInstant(in.readFixed64()));
        }
      }
      case WHOLE -> draft.set(field, in.readSInt32());
      case NUMBER -> draft.set(field, in.readDouble());
      case TEXTS -> (texts = growing(texts)).add(in.readStringRequireUtf8());
      case PAIRS -> {
        CompactEntry entry = new CompactEntry(in);
        pairs = pairs.isEmpty() ? new HashMap<>() : pairs;
        pairs.put(entry.name(), entry.text());
      }
      case CAPACITY -> {
        CompactEntry entry = new CompactEntry(in);
        if (EventField.CHANNEL.choice(entry.channel()) instanceof Channel channel) {
          capacity = capacity.isEmpty() ? new EnumMap<>(Channel.class) : capacity;
          capacity.put(channel, entry.number());
        }
      }
      case WAITING -> {
        CompactEntry entry = new CompactEntry(in);
        (waiting = growing(waiting)).add(new Waiting(entry.name(), entry.since()));
      }
      case STANDINGS -> {
        CompactEntry entry = new CompactEntry(in);
        AgentState state = (AgentState) needed(EventField.STATE, entry.number());
        (standings = growing(standings))
            .add(new Standing(entry.name(), state, entry.since(), entry.queues()));
      }
    }
  }

  /** A choice of a later version is no choice where the event can do without. */
  private static @Nullable WireName choice(EventField field, int number) {
    return switch (field) {
      case STATE, AUTHOR, KIND -> needed(field, number);
      default -> field.choice(number);
    };
  }

  private static WireName needed(EventField field, int number) {
    WireName choice = field.choice(number);
    if (choice == null) {
      throw new InvalidEvent(
          ErrorCode.INVALID_VALUE, field.wire(), "number " + number, field.expected());
    }
    return choice;
  }

  private static EventType type(int number) {
    EventType type = EventType.ofNumber(number);
    if (type == null) {
      throw new InvalidEvent(
          ErrorCode.UNKNOWN_TYPE,
          "type",
          "number " + number,
          "a number from 1 to " + EventType.values().length);
    }
    return type;
  }

  private static <E> List<E> growing(List<E> list) {
    return list.isEmpty() ? new ArrayList<>() : list;
  }
}
