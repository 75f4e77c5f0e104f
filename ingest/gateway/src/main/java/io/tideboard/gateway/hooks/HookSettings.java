// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import io.tideboard.platforms.Secrets;
import java.util.List;
import java.util.Map;

/**
 * The webhook of a source.
 *
 * @param platform which platform calls it, one of {@link #PLATFORMS}
 * @param secrets with which it proves itself: two while one replaces another
 * @param names what the platform's queues and agents are called here, by the platform's ids
 */
public record HookSettings(String platform, Secrets secrets, Map<String, String> names) {

  /** The platforms that are understood. */
  public static final List<String> PLATFORMS = KnownPlatforms.NAMES;

  public HookSettings {
    if (!PLATFORMS.contains(platform)) {
      throw new IllegalArgumentException(
          "'" + platform + "' as platform: expected one of " + String.join(", ", PLATFORMS));
    }
    names = Map.copyOf(names);
  }

  /** With names as the platform sends them. */
  public static HookSettings of(String platform, Secrets secrets) {
    return new HookSettings(platform, secrets, Map.of());
  }

  /** The same, with those names. */
  public HookSettings withNames(Map<String, String> names) {
    return new HookSettings(platform, secrets, names);
  }
}
