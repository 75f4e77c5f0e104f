// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;

/** A file that a workforce management system imports. */
public interface Export {

  /** Writes the lines, which come in order of queue, channel and start. */
  void write(Appendable out, Iterator<WfmLine> lines) throws IOException;

  /** What such a file is called. */
  String fileName(Instant now);
}
