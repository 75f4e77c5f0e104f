// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.wire;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link NamesOut} wrote. */
public final class NamesIn {

  private final DataInput in;
  private final List<String> names = new ArrayList<>();

  public NamesIn(DataInput in) {
    this.in = in;
  }

  public @Nullable String read() throws IOException {
    int number = Varint.readInt(in);
    if (number == 0) {
      return null;
    }
    if (number > names.size()) {
      names.add(in.readUTF());
    }
    return names.get(number - 1);
  }

  public String readName() throws IOException {
    String name = read();
    if (name == null) {
      throw new IOException("no name in state where one is expected");
    }
    return name;
  }
}
