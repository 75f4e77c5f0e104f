// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

/**
 * A key set on the command line.
 *
 * @param key with dots, such as {@code gateway.port}
 * @param value as written
 * @param flag the flag that the user knows it by, for messages
 */
public record Setting(String key, String value, String flag) {

  /**
   * What was given to {@code --set}.
   *
   * @throws ConfigError when it is not {@code key=value}
   */
  public static Setting parse(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new ConfigError("--set: '" + assignment + "': expected section.key=value");
    }
    return new Setting(
        assignment.substring(0, equals).strip(), assignment.substring(equals + 1), "--set");
  }
}
