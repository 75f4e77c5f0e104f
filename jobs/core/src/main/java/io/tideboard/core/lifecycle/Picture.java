// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a history: the queue visits and handled legs of one interaction, in the order
 * in which they began. Immutable.
 *
 * @param channel the channel, once an event has told it
 * @param visits every queue visit so far
 * @param legs every handled leg so far
 * @param direct whether the next answer follows a transfer to an agent, past every queue
 */
record Picture(
    @Nullable String channel, List<QueueVisit> visits, List<HandledLeg> legs, boolean direct) {

  static final Picture BLANK = new Picture(null, List.of(), List.of(), false);

  String channelOrUnknown() {
    return channel == null ? QueueVisit.UNKNOWN : channel;
  }

  /** The picture with the channel told, which then holds for everything before as well. */
  Picture on(String channel) {
    if (visits.isEmpty() && legs.isEmpty()) {
      return new Picture(channel, visits, legs, direct);
    }
    return new Picture(
        channel,
        visits.stream().map(visit -> visit.on(channel)).toList(),
        legs.stream().map(leg -> leg.on(channel)).toList(),
        direct);
  }

  /** A visit begins: the next answer is its own, and no longer that of an earlier transfer. */
  Picture with(QueueVisit visit) {
    return new Picture(channel, appended(visits, visit), legs, false);
  }

  Picture with(HandledLeg leg) {
    return new Picture(channel, visits, appended(legs, leg), false);
  }

  Picture replaced(int index, QueueVisit visit) {
    return new Picture(channel, replaced(visits, index, visit), legs, direct);
  }

  Picture replaced(int index, HandledLeg leg) {
    return new Picture(channel, visits, replaced(legs, index, leg), direct);
  }

  Picture direct(boolean direct) {
    return this.direct == direct ? this : new Picture(channel, visits, legs, direct);
  }

  boolean waits() {
    return oldestWaiting() >= 0;
  }

  /** The index of the visit that has waited longest, or −1. */
  int oldestWaiting() {
    for (int i = 0; i < visits.size(); i++) {
      if (visits.get(i).waiting()) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the visit that began last of those waiting, or −1. */
  int latestWaiting() {
    for (int i = visits.size() - 1; i >= 0; i--) {
      if (visits.get(i).waiting()) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the visit that waits in that queue, or −1. */
  int waitingIn(String queue) {
    for (int i = 0; i < visits.size(); i++) {
      if (visits.get(i).waiting() && visits.get(i).queue().equals(queue)) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the leg in progress, or −1. */
  int legInProgress() {
    int last = legs.size() - 1;
    return last >= 0 && legs.get(last).inProgress() ? last : -1;
  }

  /** The queue in which the contact was offered first, or unknown. */
  String firstQueue() {
    if (!visits.isEmpty()) {
      return visits.get(0).queue();
    }
    return legs.isEmpty() ? QueueVisit.UNKNOWN : legs.get(0).queue();
  }

  /** When the contact was offered first, or {@link QueueVisit#OPEN}. */
  long firstOffered() {
    if (!visits.isEmpty()) {
      return visits.get(0).begin();
    }
    return legs.isEmpty() ? QueueVisit.OPEN : legs.get(0).offeredAt();
  }

  /** The queue of the latest leg or visit, or unknown. */
  String latestQueue() {
    if (!legs.isEmpty()) {
      return legs.get(legs.size() - 1).queue();
    }
    return visits.isEmpty() ? QueueVisit.UNKNOWN : visits.get(visits.size() - 1).queue();
  }

  private static <T> List<T> appended(List<T> list, T item) {
    if (list.isEmpty()) {
      return List.of(item);
    }
    List<T> more = new ArrayList<>(list.size() + 1);
    more.addAll(list);
    more.add(item);
    return more;
  }

  private static <T> List<T> replaced(List<T> list, int index, T item) {
    if (list.size() == 1) {
      return List.of(item);
    }
    List<T> changed = new ArrayList<>(list);
    changed.set(index, item);
    return changed;
  }
}
