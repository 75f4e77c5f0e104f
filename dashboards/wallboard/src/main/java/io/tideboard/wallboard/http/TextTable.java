// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** A long answer, made piece by piece. For one thread at a time. */
interface TextTable {

  /** About so many bytes are made at once. */
  int PIECE = 64 << 10;

  /** What it is, for the header. */
  String contentType();

  /** The next piece. */
  Buffer next() throws IOException;

  /** Whether the piece that came last was the last one. */
  boolean isComplete();
}
