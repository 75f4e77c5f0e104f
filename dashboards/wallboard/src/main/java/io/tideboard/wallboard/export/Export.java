// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.time.Instant;

/** A file that a workforce management system imports; of use for one file. */
public interface Export {

  /** Writes what stands at the top. */
  default void begin(Appendable out) throws IOException {}

  /** Takes a line; they come in order of queue, channel and start. */
  void line(Appendable out, WfmLine line) throws IOException;

  /** Writes what can be written only when all lines are known. */
  default void end(Appendable out) throws IOException {}

  /** What such a file is called. */
  String fileName(Instant now);
}
