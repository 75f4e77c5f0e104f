// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.wire;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes names that come again and again: each is spelt out once, and then numbered. */
public final class NamesOut {

  private final DataOutput out;
  // Searched one by one: mostly there are fewer than ten.
  private final List<String> names = new ArrayList<>();

  public NamesOut(DataOutput out) {
    this.out = out;
  }

  public void write(@Nullable String name) throws IOException {
    int known = name == null ? 0 : names.indexOf(name) + 1;
    if (name == null || known > 0) {
      Varint.write(out, known);
      return;
    }
    names.add(name);
    Varint.write(out, names.size());
    out.writeUTF(name);
  }
}
