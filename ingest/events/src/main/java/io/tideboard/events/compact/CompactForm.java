// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The compact form: what {@code event.proto}, shipped beside this class, describes. Written and
 * read by hand, because the generated classes would be a second model of the same events, and
 * slower. A reader skips what it does not know, so one of version 1 reads version 2. Equal events
 * are equal bytes.
 */
public final class CompactForm {

  static final int RECEIVED_AT = 1;
  static final int TYPE = 2;

  /** Tag of received_at (field 1, 64 bits), which stands first so that it can be peeked at. */
  private static final byte FIRST_TAG = RECEIVED_AT << 3 | 1;

  /** Tag of type (field 2, varint), which stands second. */
  private static final byte SECOND_TAG = TYPE << 3;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int PEEKED = 1 + Long.BYTES;
  private static final int USUAL_SIZE = 4 << 10;
  private static final int LARGEST_KEPT = 64 << 10;

  private static final ThreadLocal<byte[]> BUFFER =
      ThreadLocal.withInitial(() -> new byte[USUAL_SIZE]);

  private CompactForm() {}

  /**
   * The event's bytes.
   *
   * @param receivedAt kept to the microsecond
   */
  public static byte[] encode(Event event, Instant receivedAt) {
    long received = Micros.of(receivedAt);
    byte[] buffer = BUFFER.get();
    while (true) {
      CodedOutputStream out = CodedOutputStream.newInstance(buffer);
      try {
        write(event, received, out);
        return Arrays.copyOf(buffer, out.getTotalBytesWritten());
      } catch (CodedOutputStream.OutOfSpaceException e) {
        buffer = new byte[buffer.length * 4];
        if (buffer.length <= LARGEST_KEPT) {
          BUFFER.set(buffer);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write to memory", e);
      }
    }
  }

  private static void write(Event event, long received, CodedOutputStream out) throws IOException {
    out.writeFixed64(RECEIVED_AT, received);
    out.writeInt32(TYPE, event.type().number());
    CompactFields fields = new CompactFields(out, received);
    fields.header(event.header());
    event.describe(fields);
  }

  /**
   * The event and when it was received.
   *
   * @throws InvalidEvent {@code unknown_type} for a type of a later version; {@code invalid_value}
   *     and others for bytes that are no event
   */
  public static AcceptedEvent decode(byte[] value) {
    try {
      return new CompactReader(CodedInputStream.newInstance(value)).read();
    } catch (IOException e) {
      throw garbage(value, String.valueOf(e.getMessage()));
    }
  }

  /**
   * When the event was received, in microseconds since 1970, without reading anything else.
   *
   * @throws InvalidEvent {@code invalid_value} for bytes that are no event
   */
  public static long receivedAtMicros(byte[] value) {
    return receivedAtMicros(value, 0, value.length);
  }

  /** The same of an event that is part of an array. */
  public static long receivedAtMicros(byte[] bytes, int from, int to) {
    if (to - from < PEEKED || bytes[from] != FIRST_TAG) {
      throw garbage(Arrays.copyOfRange(bytes, from, to), "received_at is not first");
    }
    return (long) LONG.get(bytes, from + 1);
  }

  /** The type, which stands second; without reading anything else. */
  static EventType type(byte[] bytes, int from, int to) {
    boolean told = to - from > PEEKED + 1 && bytes[from + PEEKED] == SECOND_TAG;
    int number = told ? bytes[from + PEEKED + 1] : 0;
    EventType type = EventType.ofNumber(number);
    if (type == null) {
      throw new InvalidEvent(
          ErrorCode.UNKNOWN_TYPE, "type", "number " + number, "a number that is known");
    }
    return type;
  }

  /** Whether the event names a channel; without reading anything else. */
  public static boolean tellsChannel(byte[] value) {
    try {
      CodedInputStream in = CodedInputStream.newInstance(value);
      // Fields stand in the order of their numbers.
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        int number = WireFormat.getTagFieldNumber(tag);
        if (number >= EventField.CHANNEL.number()) {
          return number == EventField.CHANNEL.number();
        }
        in.skipField(tag);
      }
      return false;
    } catch (IOException e) {
      throw garbage(value, String.valueOf(e.getMessage()));
    }
  }

  static InvalidEvent garbage(byte[] value, String why) {
    String found = HexFormat.of().formatHex(value, 0, Math.min(value.length, 16));
    return new InvalidEvent(
        ErrorCode.INVALID_VALUE, null, found, "the compact form of an event (" + why + ")");
  }
}
