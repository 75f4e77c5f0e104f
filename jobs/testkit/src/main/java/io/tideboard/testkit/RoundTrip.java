// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Something written into state, and read again: as after a restart, or behind a network. */
public final class RoundTrip {

  /** How it is written. */
  public interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  /** How it is read. */
  public interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  private RoundTrip() {}

  /** What comes out again. Fails when what was written is not read to its end. */
  public static <T> T of(T value, Writer<T> writer, Reader<T> reader) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writer.write(value, new DataOutputStream(bytes));
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      T read = reader.read(new DataInputStream(in));
      if (in.available() > 0) {
        throw new IllegalStateException(
            in.available() + " bytes of " + bytes.size() + " left: expected none");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
