// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.agents.Repair;
import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shifts of one agent, told once from the first claim to the last: nothing comes late here. */
final class Shifts {

  /** What holds from an instant on; {@code state} is offline also when nobody said so. */
  record Stretch(
      Instant from,
      @Nullable Claim claim,
      AgentState state,
      @Nullable String reason,
      List<String> queues,
      Map<Channel, Integer> capacity,
      Instant shiftStart) {}

  /** Something put right, of an agent of those queues. */
  record Righted(Repair repair, List<String> queues) {}

  final List<Stretch> stretches = new ArrayList<>();
  final List<Righted> righted = new ArrayList<>();

  private Shifts() {}

  /**
   * @param claims in their order
   * @param lists whom each platform's lists named, by instant
   */
  static Shifts of(
      String agent,
      List<Claim> claims,
      Map<String, SortedMap<Instant, Set<String>>> lists,
      AgentTerms terms) {
    Shifts shifts = new Shifts();
    AgentState state = AgentState.OFFLINE;
    String reason = null;
    List<String> queues = List.of();
    Map<Channel, Integer> capacity = Map.of();
    Instant shiftStart = Instant.MIN;
    Instant seen = Instant.MIN;
    String source = null;
    boolean anything = false;
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      boolean goesOn = state == claim.state();
      if (claim.listed() && !(anything && goesOn)) {
        shifts.righted.add(
            new Righted(Repair.MISSED_STATE, claim.queues().isEmpty() ? queues : claim.queues()));
      }
      if (state == AgentState.OFFLINE) {
        shiftStart = claim.at();
      }
      if (!(goesOn && claim.source().equals(source))) {
        seen = Instant.MIN;
      }
      if (claim.seen() != null && claim.seen().isAfter(seen)) {
        seen = claim.seen();
      }
      reason = claim.listed() && anything && goesOn ? reason : claim.reason();
      queues = claim.queues().isEmpty() ? queues : claim.queues();
      capacity = claim.capacity().isEmpty() ? capacity : claim.capacity();
      state = claim.state();
      source = claim.source();
      anything = true;
      shifts.stretches.add(
          new Stretch(claim.at(), claim, state, reason, queues, capacity, shiftStart));
      Instant next = i + 1 < claims.size() ? claims.get(i + 1).at() : Instant.MAX;
      Instant missed = missed(agent, claim, seen, lists.getOrDefault(source, new TreeMap<>()));
      Instant tooLong = shiftStart.plus(terms.maxShift());
      Instant off = missed.isBefore(tooLong) || missed.equals(tooLong) ? missed : tooLong;
      if (state != AgentState.OFFLINE && !off.isAfter(next)) {
        if (off.isBefore(next)) {
          shifts.righted.add(
              new Righted(off.equals(missed) ? Repair.GHOST : Repair.FORGOTTEN_SIGN_OFF, queues));
          shifts.stretches.add(
              new Stretch(off, null, AgentState.OFFLINE, null, queues, capacity, shiftStart));
        }
        state = AgentState.OFFLINE;
        reason = null;
      }
    }
    return shifts;
  }

  private static Instant missed(
      String agent, Claim claim, Instant seen, SortedMap<Instant, Set<String>> lists) {
    Instant after = seen.isAfter(claim.at()) ? seen : claim.at();
    return lists.entrySet().stream()
        .filter(list -> list.getKey().isAfter(after) && !list.getValue().contains(agent))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** What holds at that instant; null when nothing was ever said. */
  @Nullable Stretch at(Instant instant) {
    Stretch found = null;
    for (Stretch stretch : stretches) {
      if (!stretch.from().isAfter(instant)) {
        found = stretch;
      }
    }
    return found;
  }

  /** Contacts at once, of an agent who may not have said. */
  static int capacity(Stretch stretch, String channel, AgentTerms terms) {
    Map<String, Integer> told = new HashMap<>();
    stretch.capacity().forEach((each, contacts) -> told.put(each.wire(), contacts));
    return told.getOrDefault(
        channel, terms.capacity().getOrDefault(channel, AgentTerms.USUAL_CAPACITY));
  }

  static long micros(Duration duration) {
    return Booked.micros(duration);
  }
}
