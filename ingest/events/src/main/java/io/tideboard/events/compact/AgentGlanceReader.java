// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import com.google.protobuf.CodedInputStream;
import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import io.tideboard.events.Digest;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final WireCursor in = new WireCursor();

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
    return read(value, 0, value.length);
  }

  /**
   * The same of an event that is part of an array.
   *
   * @param from where it begins
   * @param to where it ends, exclusively
   */
  public @Nullable AgentGlance read(byte[] bytes, int from, int to) {
    long received = CompactForm.receivedAtMicros(bytes, from, to);
    if (CompactForm.type(bytes, from, to) != EventType.AGENT_STATE) {
      return null;
    }
    clear(bytes);
    try {
      in.over(bytes, from, to);
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        field(tag);
      }
    } catch (IOException e) {
      throw CompactForm.garbage(
          Arrays.copyOfRange(bytes, from, to), String.valueOf(e.getMessage()));
    }
    if (state == null) {
      throw CompactForm.garbage(Arrays.copyOfRange(bytes, from, to), "no state that is known");
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

  private void field(int tag) throws IOException {
    EventField field = CompactFields.ofTag(tag);
    if (field == null) {
      in.skip(tag);
      return;
    }
    switch (field) {
      case TIME -> lag = in.zigzag();
      case SOURCE -> {
        sourceLength = in.text();
        source = in.position() - sourceLength;
      }
      case ID -> {
        idLength = in.text();
        id = in.position() - idLength;
      }
      case STATE -> state = (AgentState) field.choice((int) in.varint());
      case REASON -> reason = name();
      case QUEUES -> {
        queues = queues.isEmpty() ? new ArrayList<>() : queues;
        queues.add(name());
      }
      case CAPACITY -> capacity(tag);
      default -> in.skip(tag);
    }
  }

  private void capacity(int tag) throws IOException {
    int from = in.position();
    in.skip(tag);
    CompactEntry entry =
        new CompactEntry(CodedInputStream.newInstance(value, from, in.position() - from));
    if (EventField.CHANNEL.choice(entry.channel()) instanceof Channel channel) {
      capacity = capacity.isEmpty() ? new EnumMap<>(Channel.class) : capacity;
      capacity.put(channel, entry.number());
    }
  }

  private String name() throws IOException {
    int length = in.text();
    return names.name(value, in.position() - length, length);
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
