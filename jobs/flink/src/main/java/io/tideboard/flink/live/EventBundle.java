// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Events of one key that arrived in a short while, in their order: they travel together, and what
 * the key comes to is worked out once. Still in the compact form, one behind the other, so that a
 * bundle is two objects however many events it holds. Grows until it is sent.
 */
public final class EventBundle {

  /** Takes an event that lies there in the bundle's bytes. */
  @FunctionalInterface
  public interface Taker {
    /**
     * @param from where the event's compact form begins
     * @param to where it ends, exclusively
     */
    void take(byte[] bytes, int from, int to) throws Exception;
  }

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int USUAL = 512;

  private final String key;
  private byte[] bytes;
  private int length;
  private int count;

  private EventBundle(String key, byte[] bytes) {
    this.key = key;
    this.bytes = bytes;
  }

  EventBundle(String key) {
    this(key, new byte[USUAL]);
  }

  /** A bundle of that one event. */
  public static EventBundle of(KeyedEvent event) {
    EventBundle bundle =
        new EventBundle(event.key(), new byte[Integer.BYTES + event.value().length]);
    bundle.add(event.value());
    return bundle;
  }

  void add(byte[] value) {
    int more = length + Integer.BYTES + value.length;
    if (more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, more));
    }
    INT.set(bytes, length, value.length);
    System.arraycopy(value, 0, bytes, length + Integer.BYTES, value.length);
    length = more;
    count++;
  }

  /** Whose events they are: the interaction or the agent. */
  public String key() {
    return key;
  }

  /** How many events it holds. */
  public int count() {
    return count;
  }

  /** Hands over the events in the order in which they arrived. */
  public void forEach(Taker taker) throws Exception {
    int at = 0;
    while (at < length) {
      int from = at + Integer.BYTES;
      at = from + (int) INT.get(bytes, at);
      taker.take(bytes, from, at);
    }
  }

  /** Writes it, but for the key. */
  public void write(DataOutputView out) throws IOException {
    out.writeInt(count);
    out.writeInt(length);
    out.write(bytes, 0, length);
  }

  /** Reads what {@link #write} wrote. */
  public static EventBundle read(String key, DataInputView in) throws IOException {
    int count = in.readInt();
    EventBundle bundle = new EventBundle(key, new byte[in.readInt()]);
    in.readFully(bundle.bytes);
    bundle.length = bundle.bytes.length;
    bundle.count = count;
    return bundle;
  }
}
