// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** A piece of the stream, made once for all viewers, in both encodings. For one thread. */
final class Frame {

  private final Buffer plain;
  private @Nullable Buffer deflated;

  Frame(Buffer plain) {
    this.plain = plain;
  }

  boolean isEmpty() {
    return plain.length() == 0;
  }

  Buffer as(boolean gzip) {
    if (!gzip) {
      return plain;
    }
    Buffer made = deflated;
    if (made == null) {
      made = Gzip.block(plain);
      deflated = made;
    }
    return made;
  }
}
