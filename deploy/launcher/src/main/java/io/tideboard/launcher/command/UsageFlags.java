// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.core.calendar.Durations;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.traffic.replay.Speed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Values of flags that are no settings of the configuration. Each is refused by its flag's name.
 */
final class UsageFlags {

  private UsageFlags() {}

  /** What was given as {@code --speed}. */
  static Speed speed(String text) {
    try {
      return Speed.parse(text);
    } catch (IllegalArgumentException e) {
      throw refused(text, "--speed", "a number of times real time, or max");
    }
  }

  /** What was given as that flag. */
  static Duration duration(String text, String flag) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw refused(text, flag, Durations.EXPECTED);
    }
  }

  /**
   * What was given as that flag.
   *
   * @param example of what it should look like
   */
  static URI address(String text, String flag, String example) {
    try {
      URI address = URI.create(text);
      String scheme = String.valueOf(address.getScheme());
      if (List.of("http", "https").contains(scheme) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, as an address of another kind is.
    }
    throw refused(text, flag, "an address such as " + example);
  }

  /** The number that was given as that flag, where it is one that is allowed. */
  static double number(String text, String flag, String expected, DoublePredicate allowed) {
    try {
      double number = Double.parseDouble(text);
      if (allowed.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number that is not allowed is.
    }
    throw refused(text, flag, expected);
  }

  /** A value that makes no sense. */
  static CommandFailed refused(String text, String flag, String expected) {
    return CommandFailed.usage("'" + text + "' as " + flag + ": expected " + expected);
  }
}
