// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.Varint;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes names that come again and again: each is spelt out once, and then numbered. */
final class NamesOut {

  private final DataOutput out;
  private final Map<String, Integer> numbers = new HashMap<>();

  NamesOut(DataOutput out) {
    this.out = out;
  }

  void write(@Nullable String name) throws IOException {
    Integer known = name == null ? Integer.valueOf(0) : numbers.get(name);
    if (known != null) {
      Varint.write(out, known);
    } else if (name != null) {
      numbers.put(name, numbers.size() + 1);
      Varint.write(out, numbers.size());
      out.writeUTF(name);
    }
  }
}
