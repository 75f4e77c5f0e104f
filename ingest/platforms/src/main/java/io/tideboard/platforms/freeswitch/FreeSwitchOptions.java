// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import java.time.Duration;
import java.util.Map;

/**
 * What a site says of its FreeSWITCH.
 *
 * @param source the source of its events, 1 to 128 characters
 * @param wrapUp the agents' {@code wrap_up_time} until their own is known, 0 to 1 h
 * @param agentNames what agents are called here, where the platform calls them otherwise: FusionPBX
 *     names them by UUIDs
 */
public record FreeSwitchOptions(String source, Duration wrapUp, Map<String, String> agentNames) {

  private static final Duration LONGEST_WRAP_UP = Duration.ofHours(1);

  public FreeSwitchOptions {
    if (source.isBlank() || source.length() > 128) {
      throw new IllegalArgumentException(
          "'" + source + "' as source: expected 1 to 128 characters");
    }
    if (wrapUp.isNegative() || wrapUp.compareTo(LONGEST_WRAP_UP) > 0) {
      throw new IllegalArgumentException(wrapUp + " as wrapUp: expected 0 to " + LONGEST_WRAP_UP);
    }
    agentNames = Map.copyOf(agentNames);
  }

  /** No wrap-up until an agent's own is known, and agents under their own names. */
  public static FreeSwitchOptions of(String source) {
    return new FreeSwitchOptions(source, Duration.ZERO, Map.of());
  }
}
