// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.AgentState;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a site says of its Asterisk.
 *
 * @param source the source of its events, 1 to 128 characters
 * @param wrapUp the queues' {@code wrapuptime}, which Asterisk tells nobody, 0 to 1 h; a member's
 *     own counts before it
 * @param pauses what a pause's reason, whatever its case, means; any other is a break
 */
public record AsteriskOptions(String source, Duration wrapUp, Map<String, AgentState> pauses) {

  private static final Duration LONGEST_WRAP_UP = Duration.ofHours(1);

  public AsteriskOptions {
    if (source.isBlank() || source.length() > 128) {
      throw new IllegalArgumentException(
          "'" + source + "' as source: expected 1 to 128 characters");
    }
    if (wrapUp.isNegative() || wrapUp.compareTo(LONGEST_WRAP_UP) > 0) {
      throw new IllegalArgumentException(wrapUp + " as wrapUp: expected 0 to " + LONGEST_WRAP_UP);
    }
    Map<String, AgentState> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(pauses);
    pauses = java.util.Collections.unmodifiableMap(anyCase);
  }

  /** No wrap-up; the reasons training, meeting, away and wrapup mean what they say. */
  public static AsteriskOptions of(String source) {
    return new AsteriskOptions(
        source,
        Duration.ZERO,
        Map.of(
            "training", AgentState.TRAINING,
            "meeting", AgentState.MEETING,
            "away", AgentState.AWAY,
            "wrapup", AgentState.WRAP_UP,
            "wrap-up", AgentState.WRAP_UP));
  }

  /** The same, with that wrap-up. */
  public AsteriskOptions withWrapUp(Duration wrapUp) {
    return new AsteriskOptions(source, wrapUp, pauses);
  }

  AgentState paused(@Nullable String reason) {
    return reason == null
        ? AgentState.BREAK
        : pauses.getOrDefault(reason.strip().toLowerCase(Locale.ROOT), AgentState.BREAK);
  }
}
