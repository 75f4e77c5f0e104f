// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import io.tideboard.events.Digest;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads states of agents from the compact form, and nothing of other events. What stands in the log
 * was valid when it was accepted, so it is not checked again. For one thread.
 */
public final class AgentGlanceReader {

  private final NameMemory names = new NameMemory();

  private byte[] value = new byte[0];
  private long lag;
  private int source;
  private int sourceLength;
  private int id;
  private int idLength;
  private @Nullable AgentState state;
  private @Nullable String reason;
  private List<String> queues = List.of();
  private Map<Channel, Integer> capacity = Map.of();

  /**
   * The state that the event tells, or null for an event of another type.
   *
   * @throws InvalidEvent for bytes that are no event of a version that is known
   */
  public @Nullable AgentGlance read(byte[] value) {
    long received = CompactForm.receivedAtMicros(value);
    if (CompactForm.type(value) != EventType.AGENT_STATE) {
      return null;
    }
    clear(value);
    try {
      CodedInputStream in = CodedInputStream.newInstance(value);
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        field(tag, in);
      }
    } catch (IOException e) {
      throw CompactForm.garbage(value, String.valueOf(e.getMessage()));
    }
    if (state == null) {
      throw CompactForm.garbage(value, "no state that is known");
    }
    return new AgentGlance(
        received - lag,
        Digest.of(value, source, sourceLength, id, idLength),
        names.name(value, source, sourceLength),
        state,
        reason,
        queues,
        capacity);
  }

  private void field(int tag, CodedInputStream in) throws IOException {
    EventField field = EventField.ofNumber(WireFormat.getTagFieldNumber(tag));
    if (field == null || CompactFields.wireType(field) != WireFormat.getTagWireType(tag)) {
      in.skipField(tag);
      return;
    }
    switch (field) {
      case TIME -> lag = in.readSInt64();
      case SOURCE -> {
        sourceLength = in.readRawVarint32();
        source = in.getTotalBytesRead();
        in.skipRawBytes(sourceLength);
      }
      case ID -> {
        idLength = in.readRawVarint32();
        id = in.getTotalBytesRead();
        in.skipRawBytes(idLength);
      }
      case STATE -> state = (AgentState) field.choice(in.readInt32());
      case REASON -> reason = name(in);
      case QUEUES -> {
        queues = queues.isEmpty() ? new ArrayList<>() : queues;
        queues.add(name(in));
      }
      case CAPACITY -> {
        CompactEntry entry = new CompactEntry(in);
        if (EventField.CHANNEL.choice(entry.channel()) instanceof Channel channel) {
          capacity = capacity.isEmpty() ? new EnumMap<>(Channel.class) : capacity;
          capacity.put(channel, entry.number());
        }
      }
      default -> in.skipField(tag);
    }
  }

  private String name(CodedInputStream in) throws IOException {
    int length = in.readRawVarint32();
    int from = in.getTotalBytesRead();
    in.skipRawBytes(length);
    return names.name(value, from, length);
  }

  private void clear(byte[] value) {
    this.value = value;
    lag = 0;
    sourceLength = 0;
    idLength = 0;
    state = null;
    reason = null;
    queues = List.of();
    capacity = Map.of();
  }
}
