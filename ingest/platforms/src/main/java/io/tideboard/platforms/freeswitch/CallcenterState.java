// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import io.tideboard.events.AgentState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered between one event and the next. Handed to a translator, which changes it.
 * Bounded: what nobody speaks of for a day is forgotten. Not for several threads.
 */
public final class CallcenterState {

  /** A caller, from entering a queue to leaving it or the agent. */
  static final class Member {
    final String id;
    @Nullable String waitingIn;
    @Nullable String servedIn;
    String agent = "";
    long joinedAt;
    long answeredAt;
    long changedAt;

    /** An agent took it and is being connected: the answer, when that succeeds. */
    @Nullable Answer connecting;

    boolean over;

    Member(String id) {
      this.id = id;
    }
  }

  /** An answer that is not sure yet. */
  record Answer(String id, long at, String queue, String agent) {}

  /** An agent, as far as was told. */
  static final class Agent {
    String status = "";
    String state = "";
    int serving;
    long wrapUp = -1;
    long wrapsUpUntil;
    List<String> queues = new ArrayList<>();
    @Nullable AgentState told;
    long toldSince;
  }

  /** After-call work whose end nobody announces. */
  record WrapUp(String id, String member, String queue, String agent, long endsAt) {}

  final Map<String, Member> members = new LinkedHashMap<>();
  final Map<String, Agent> agents = new TreeMap<>();
  final List<WrapUp> wrapUps = new ArrayList<>();
  @Nullable String core;
  long shift;
  long tidiedAt;

  /** Of which nothing is known yet. */
  public CallcenterState() {}

  /** How many callers are remembered. */
  public int members() {
    return members.size();
  }

  Member member(String id) {
    return members.computeIfAbsent(id, Member::new);
  }

  Agent agent(String name) {
    return agents.computeIfAbsent(name, unknown -> new Agent());
  }

  void tidy(long now) {
    long day = 86_400_000_000L;
    if (Math.abs(now - tidiedAt) > day / 1440) {
      tidiedAt = now;
      members.values().removeIf(member -> now - member.changedAt > (member.over ? day / 24 : day));
    }
  }
}
