// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

/** Asterisk's numbers for what a member's device does. */
final class Devices {

  /** After-call work, where a version says so. Its end is never announced. */
  static final int WRAPPING_UP = 254;

  private static final int IN_USE = 2;
  private static final int BUSY = 3;
  private static final int INVALID = 4;
  private static final int UNAVAILABLE = 5;
  private static final int RINGING_IN_USE = 7;
  private static final int ON_HOLD = 8;

  private Devices() {}

  static boolean busy(int device) {
    return device == IN_USE || device == BUSY || device == RINGING_IN_USE || device == ON_HOLD;
  }

  static boolean gone(int device) {
    return device == INVALID || device == UNAVAILABLE;
  }
}
