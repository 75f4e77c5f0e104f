// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.events.AgentState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does at any instant, read from what was told and what is served.
 *
 * <p>Who talks is busy, whatever is claimed: a contact on a live channel beats every claim but a
 * sign-off. Contacts that can wait, such as e-mails and chats, beat only the claim to be available,
 * since a break may be taken while they are open. A sign-off beats every contact answered before
 * it; one that is answered later shows that the agent is there.
 */
final class Course {

  /** Channels on which two people speak to one another at the same time. */
  private static final Set<String> LIVE = Set.of("voice", "video", "in_person");

  private static final int MOST_TURNS = 64;

  private final AgentTerms terms;
  private final ToldLine told;
  private final LegLine legs;
  private List<String> latestQueues = List.of();
  private @Nullable Capacity lastCapacity;
  private String lastChannel = "";
  private int lastParts;

  Course(AgentTerms terms, ToldLine told, LegLine legs) {
    this.terms = terms;
    this.told = told;
    this.legs = legs;
  }

  /** What the agent does at that instant. */
  Activity at(long instant) {
    int index = told.indexAt(instant);
    if (index < 0) {
      return notSignedIn(instant, Long.MIN_VALUE, null);
    }
    Told latest = told.get(index);
    if (latest.mark().state() == AgentState.OFFLINE) {
      return notSignedIn(instant, latest.at(), latest);
    }
    long until = told.signedUntil(index);
    return instant < until ? signedIn(instant, latest) : notSignedIn(instant, until, latest);
  }

  private Activity signedIn(long instant, Told latest) {
    boolean live = false;
    boolean served = false;
    boolean wrapsUp = false;
    int parts = 0;
    for (int i = legs.size() - 1; i >= 0 && legs.get(i).doneAt() > instant; i--) {
      ServedLeg leg = legs.get(i);
      if (leg.answeredAt() <= instant) {
        boolean serving = leg.endedAt() > instant;
        served |= serving;
        wrapsUp |= !serving;
        live |= serving && LIVE.contains(leg.channel());
        parts += partsOf(latest.capacity(), leg.channel());
      }
    }
    AgentState claimed = latest.mark().state();
    AgentState state = live ? AgentState.BUSY : effective(claimed, served, wrapsUp);
    boolean handles = state == AgentState.BUSY || state == AgentState.WRAP_UP;
    // Busy with nothing that is known here: with something that takes the whole agent.
    int taken = !handles ? 0 : parts == 0 ? Capacity.WHOLE : Math.min(parts, Capacity.WHOLE);
    List<String> queues =
        latest.queues().isEmpty()
            ? queuesServed(instant, latest.shift().start(), true)
            : latest.queues();
    return new Activity(state, true, taken, queues, claimed, latest.reason());
  }

  /** Asked for the same channel again and again. */
  private int partsOf(Capacity capacity, String channel) {
    if (capacity != lastCapacity || !channel.equals(lastChannel)) {
      lastParts = capacity.partsOf(channel, terms);
      lastCapacity = capacity;
      lastChannel = channel;
    }
    return lastParts;
  }

  private static AgentState effective(AgentState claimed, boolean served, boolean wrapsUp) {
    return switch (claimed) {
      case AVAILABLE ->
          served ? AgentState.BUSY : wrapsUp ? AgentState.WRAP_UP : AgentState.AVAILABLE;
      case WRAP_UP -> served ? AgentState.BUSY : AgentState.WRAP_UP;
      default -> claimed;
    };
  }

  private Activity notSignedIn(long instant, long since, @Nullable Told latest) {
    AgentState claimed = latest == null ? null : AgentState.OFFLINE;
    List<String> serving = queuesServed(instant, since, false);
    if (serving.isEmpty()) {
      return claimed == null
          ? Activity.NONE
          : new Activity(AgentState.OFFLINE, false, 0, List.of(), claimed, reasonOff(latest));
    }
    List<String> queues = latest == null || latest.queues().isEmpty() ? serving : latest.queues();
    return new Activity(AgentState.BUSY, false, 0, queues, claimed, null);
  }

  private static @Nullable String reasonOff(@Nullable Told latest) {
    return latest != null && latest.mark().state() == AgentState.OFFLINE ? latest.reason() : null;
  }

  /** The queues of what was answered since then and until now, or of what of that is still on. */
  private List<String> queuesServed(long instant, long since, boolean doneToo) {
    TreeSet<String> queues = null;
    for (int i = legs.size() - 1; i >= 0; i--) {
      ServedLeg leg = legs.get(i);
      if (leg.doneAt() < since || (!doneToo && leg.doneAt() <= instant)) {
        break;
      }
      boolean counts = doneToo || leg.endedAt() > instant;
      if (counts && leg.answeredAt() >= since && leg.answeredAt() <= instant) {
        queues = queues == null ? new TreeSet<>() : queues;
        queues.add(leg.queue());
      }
    }
    if (queues == null) {
      return List.of();
    }
    // Mostly the same as the last time, and lists that are the same one are quickly compared.
    if (latestQueues.size() != queues.size() || !queues.containsAll(latestQueues)) {
      latestQueues = List.copyOf(queues);
    }
    return latestQueues;
  }

  /**
   * What the agent does from an instant on: first what then, then every change of it.
   *
   * @param before what the agent does just before
   */
  List<Run> from(long from, Activity before) {
    if (nothingKnownFrom(from)) {
      return List.of(new Run(from, before));
    }
    return from(from);
  }

  /** Whether nothing changes at that instant or later: mostly so, since events come in order. */
  private boolean nothingKnownFrom(long from) {
    int last = told.size() - 1;
    if (last >= 0 && (told.get(last).at() >= from || told.signedUntil(last) != Told.NEVER)) {
      return false;
    }
    for (int i = legs.size() - 1; i >= 0 && legs.get(i).doneAt() >= from; i--) {
      if (!legs.get(i).inProgress() || legs.get(i).answeredAt() >= from) {
        return false;
      }
    }
    return true;
  }

  /** What the agent does from an instant on: first what then, then every change of it. */
  List<Run> from(long from) {
    List<Run> runs = new ArrayList<>(4);
    Activity latest = at(from);
    runs.add(new Run(from, latest));
    for (long instant : changesAfter(from)) {
      Activity next = at(instant);
      if (!next.equals(latest)) {
        runs.add(new Run(instant, next));
        latest = next;
      }
    }
    return runs;
  }

  /** Since when the agent is in the state, for the reason, that holds at that instant. */
  long since(long instant) {
    Activity now = at(instant);
    long since = latestChange(instant);
    // No agent is in one state for so many turns of what does not show.
    for (int turns = 0; turns < MOST_TURNS && since > 0; turns++) {
      Activity before = at(since - 1);
      if (before.state() != now.state() || !Objects.equals(before.reason(), now.reason())) {
        return since;
      }
      since = latestChange(since - 1);
    }
    return Math.max(0, since);
  }

  /** The latest instant, not after that one, at which something may have changed; 0 when none. */
  private long latestChange(long instant) {
    long latest = 0;
    int index = told.indexAt(instant);
    if (index >= 0) {
      long until = told.signedUntil(index);
      latest = until <= instant ? until : told.get(index).at();
    }
    for (int i = legs.size() - 1; i >= 0; i--) {
      ServedLeg leg = legs.get(i);
      if (leg.doneAt() <= latest) {
        break;
      }
      latest = latestOf(latest, leg.answeredAt(), instant);
      latest = latestOf(latest, leg.endedAt(), instant);
      latest = latestOf(latest, leg.doneAt(), instant);
    }
    return latest;
  }

  private static long latestOf(long latest, long candidate, long instant) {
    return candidate <= instant ? Math.max(latest, candidate) : latest;
  }

  /** Every instant after that one at which something may change, in order. */
  private long[] changesAfter(long from) {
    int first = Math.max(0, told.indexAt(from));
    int firstLeg = legs.size();
    while (firstLeg > 0 && legs.get(firstLeg - 1).doneAt() > from) {
      firstLeg--;
    }
    long[] instants = new long[2 * (told.size() - first) + 3 * (legs.size() - firstLeg)];
    int count = 0;
    for (int i = first; i < told.size(); i++) {
      count = addLater(told.get(i).at(), from, instants, count);
      count = addLater(told.signedUntil(i), from, instants, count);
    }
    for (int i = firstLeg; i < legs.size(); i++) {
      ServedLeg leg = legs.get(i);
      count = addLater(leg.answeredAt(), from, instants, count);
      count = addLater(leg.endedAt(), from, instants, count);
      count = addLater(leg.doneAt(), from, instants, count);
    }
    Arrays.sort(instants, 0, count);
    return Arrays.copyOf(instants, count);
  }

  private static int addLater(long instant, long from, long[] instants, int count) {
    if (instant > from && instant != Told.NEVER) {
      instants[count] = instant;
      return count + 1;
    }
    return count;
  }
}
