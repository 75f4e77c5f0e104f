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

  private byte[] value = new byte[0];
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
    return CompactForm.type(value);
  }

  /**
   * The event's course-shaping part, or null when its type is not wanted.
   *
   * @throws InvalidEvent for bytes that are no event of a version that is known
   */
  public @Nullable InteractionGlance read(byte[] value) {
    long received = CompactForm.receivedAtMicros(value);
    EventType type = CompactForm.type(value);
    if (!wanted.contains(type)) {
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
      CodedInputStream in = CodedInputStream.newInstance(value);
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) == EventField.ATTRIBUTES.number()) {
          CompactEntry attribute = new CompactEntry(in);
          if (attribute.name().equals("topic")) {
            return attribute.text().hashCode() | 1;
          }
        } else {
          in.skipField(tag);
        }
      }
      return 0;
    } catch (IOException e) {
      throw CompactForm.garbage(value, String.valueOf(e.getMessage()));
    }
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
      case CUSTOMER -> {
        customerLength = in.readRawVarint32();
        customer = in.getTotalBytesRead();
        in.skipRawBytes(customerLength);
      }
      case CHANNEL -> channel = field.choice(in.readInt32());
      case QUEUE -> queue = name(in);
      case AGENT -> agent = name(in);
      case TO_QUEUE -> toQueue = name(in);
      case TO_AGENT -> toAgent = name(in);
      case DIRECTION -> direction = field.choice(in.readInt32());
      case BY, AUTHOR -> party = field.choice(in.readInt32());
      case KIND -> kind = field.choice(in.readInt32());
      case SCORE -> score = in.readDouble();
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
