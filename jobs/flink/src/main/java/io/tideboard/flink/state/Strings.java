// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Strings that may be absent, in modified UTF-8. The limits of an event keep them short. */
final class Strings {

  private Strings() {}

  static void write(DataOutput out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  static @Nullable String read(DataInput in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
