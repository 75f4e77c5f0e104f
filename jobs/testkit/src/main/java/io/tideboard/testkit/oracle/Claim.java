// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That an agent was in a state from an instant on, as an event or a platform's list said.
 *
 * @param listed whether a list said so
 * @param digest decides between events of the same instant
 * @param seen when the latest list said so; null when none did
 */
record Claim(
    Instant at,
    boolean listed,
    long digest,
    AgentState state,
    @Nullable String reason,
    List<String> queues,
    Map<Channel, Integer> capacity,
    String source,
    @Nullable Instant seen) {

  /** Events before lists; lists by the name of the platform, by state, and queues named first. */
  static final Comparator<Claim> ORDER =
      Comparator.comparing(Claim::at)
          .thenComparing(Claim::listed)
          .thenComparing(claim -> claim.listed ? claim.source : "")
          .thenComparing(claim -> claim.listed ? claim.state.ordinal() : 0)
          .thenComparing(claim -> claim.listed && claim.queues.isEmpty())
          .thenComparing(Claim::digest);

  /** The same, seen on a list of that instant, too. */
  Claim seenAt(Instant list) {
    Instant latest = seen == null || list.isAfter(seen) ? list : seen;
    return new Claim(at, listed, digest, state, reason, queues, capacity, source, latest);
  }

  /** Whether it says the same of that instant, by the same system. */
  boolean sameAs(AgentSnapshot.Standing standing, String from) {
    return at.equals(standing.since()) && state == standing.state() && source.equals(from);
  }
}
