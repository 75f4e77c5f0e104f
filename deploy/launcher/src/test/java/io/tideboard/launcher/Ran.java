// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that was run in this JVM, and what came of it. */
record Ran(int exitCode, String out, String err) {

  static Ran command(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Tideboard.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
