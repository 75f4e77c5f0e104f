// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.tideboard.events.Digest;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads of the compact form only what shapes an interaction's course, and nothing of other events.
 * What stands in the log was valid when it was accepted, so it is not checked again. For one
 * thread.
 */
public final class GlanceReader {

  private final NameMemory names = new NameMemory();
  private final Set<EventType> wanted;

  private final WireCursor in = new WireCursor();

  private byte[] value = new byte[0];
  private int from;
  private int to;
  private long lag;
  private int source;
  private int sourceLength;
  private int id;
  private int idLength;
  private int customer;
  private int customerLength;
  private @Nullable WireName channel;
  private @Nullable String queue;
  private @Nullable String agent;
  private @Nullable String toQueue;
  private @Nullable String toAgent;
  private @Nullable WireName direction;
  private @Nullable WireName party;
  private @Nullable WireName kind;
  private double score;

  /**
   * @param wanted the types of events that are read; of interactions
   */
  public GlanceReader(Set<EventType> wanted) {
    this.wanted = wanted;
  }

  /**
   * The event's type alone, which costs next to nothing.
   *
   * @throws InvalidEvent for bytes that are no event of a type that is known
   */
  public static EventType type(byte[] value) {
    return CompactForm.type(value, 0, value.length);
  }

  /**
   * The event's course-shaping part, or null when its type is not wanted.
   *
   * @throws InvalidEvent for bytes that are no event of a version that is known
   */
  public @Nullable InteractionGlance read(byte[] value) {
    return read(value, 0, value.length);
  }

  /**
   * The same of an event that is part of an array.
   *
   * @param from where it begins
   * @param to where it ends, exclusively
   */
  public @Nullable InteractionGlance read(byte[] bytes, int from, int to) {
    long received = CompactForm.receivedAtMicros(bytes, from, to);
    EventType type = CompactForm.type(bytes, from, to);
    if (!wanted.contains(type)) {
      return null;
    }
    clear(bytes, from, to);
    try {
      in.over(bytes, from, to);
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        field(tag);
      }
    } catch (IOException e) {
      throw CompactForm.garbage(
          Arrays.copyOfRange(bytes, from, to), String.valueOf(e.getMessage()));
    }
    return new InteractionGlance(
        type,
        received - lag,
        names.name(value, source, sourceLength),
        Digest.of(value, source, sourceLength, id, idLength),
        channel,
        queue,
        agent,
        toQueue,
        toAgent,
        direction,
        party,
        kind,
        score);
  }

  /** A digest of the customer of the event that was read last; 0 where it names none. */
  public long customer() {
    return customerLength == 0 ? 0 : Digest.of(value, customer, customerLength, 0, 0) | 1;
  }

  /** A hash of the topic among the attributes of the event that was read last; 0 for none. */
  public int topic() {
    try {
      CodedInputStream fields = CodedInputStream.newInstance(value, from, to - from);
      for (int tag = fields.readTag(); tag != 0; tag = fields.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) == EventField.ATTRIBUTES.number()) {
          CompactEntry attribute = new CompactEntry(fields);
          if (attribute.name().equals("topic")) {
            return attribute.text().hashCode() | 1;
          }
        } else {
          fields.skipField(tag);
        }
      }
      return 0;
    } catch (IOException e) {
      throw CompactForm.garbage(value, String.valueOf(e.getMessage()));
    }
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
      case CUSTOMER -> {
        customerLength = in.text();
        customer = in.position() - customerLength;
      }
      case CHANNEL -> channel = field.choice((int) in.varint());
      case QUEUE -> queue = name();
      case AGENT -> agent = name();
      case TO_QUEUE -> toQueue = name();
      case TO_AGENT -> toAgent = name();
      case DIRECTION -> direction = field.choice((int) in.varint());
      case BY, AUTHOR -> party = field.choice((int) in.varint());
      case KIND -> kind = field.choice((int) in.varint());
      case SCORE -> score = in.number();
      default -> in.skip(tag);
    }
  }

  private String name() throws IOException {
    int length = in.text();
    return names.name(value, in.position() - length, length);
  }

  private void clear(byte[] bytes, int begin, int end) {
    value = bytes;
    from = begin;
    to = end;
    lag = 0;
    sourceLength = 0;
    idLength = 0;
    customerLength = 0;
    channel = null;
    queue = null;
    agent = null;
    toQueue = null;
    toAgent = null;
    direction = null;
    party = null;
    kind = null;
    score = 0;
  }
}
