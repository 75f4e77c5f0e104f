// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import java.util.Arrays;

/** How much is logged. */
final class Verbosity {

  static final String FLAG = "--verbose";

  private static final String LEVEL = "tideboard.log.level";
  private static final String LIBRARIES = "tideboard.log.libraries";

  private Verbosity() {}

  /** To be called before anything logs: the level is read once. */
  static void configure(String[] args) {
    if (Arrays.asList(args).contains(FLAG)) {
      System.setProperty(LEVEL, "INFO");
      System.setProperty(LIBRARIES, "INFO");
    }
  }

  static boolean isVerbose() {
    return "INFO".equals(System.getProperty(LEVEL));
  }
}
