// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

/** How a command ended, for scripts. A closed list. */
public final class ExitCode {

  /** It did what it should. */
  public static final int OK = 0;

  /** It failed. */
  public static final int FAILED = 1;

  /** The command line makes no sense. */
  public static final int USAGE = 2;

  /** The configuration cannot be used. */
  public static final int CONFIGURATION = 3;

  /** Something that it depends on cannot be reached. */
  public static final int UNREACHABLE = 4;

  /** Somebody interrupted it. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
