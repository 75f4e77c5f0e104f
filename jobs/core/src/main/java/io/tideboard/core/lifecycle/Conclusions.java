// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of all that a platform's lists and restarts say concerns a contact: told once from its
 * first event to its last, so that it does not matter what became known first. A list that names
 * who waits already says nothing new, one that does not name who is gone neither. Silence between
 * two news is found on the way, since what a list says depends on whether the contact was given up
 * by then.
 */
final class Conclusions {

  private final Messages messages;
  private final long maxSilence;
  private final List<Moment> found = new ArrayList<>();
  private Unfolded sofar;

  private Conclusions(Unfolded before, Messages messages, long maxSilence) {
    this.sofar = before;
    this.messages = messages;
    this.maxSilence = maxSilence;
  }

  /**
   * What follows, in order.
   *
   * @param told what was told of the contact itself, in order, and what platforms told
   * @param maxSilence after how long without news it is given up, in microseconds
   */
  static List<Moment> of(Moment[] told, Messages messages, long maxSilence) {
    Moment[] inOrder = told.clone();
    Arrays.sort(inOrder);
    Conclusions all = new Conclusions(Unfolded.before(inOrder, messages), messages, maxSilence);
    Unfolded.Reading reading = new Unfolded.Reading(messages);
    for (int i = 0; i <= inOrder.length; i++) {
      Moment next = i < inOrder.length ? inOrder[i] : null;
      all.read(reading, next);
      if (next != null) {
        all.take(next);
      }
    }
    return all.found;
  }

  private void read(Unfolded.Reading reading, @Nullable Moment next) {
    while (Unfolded.isBefore(reading.at(), next)) {
      giveUpBefore(reading.at());
      sofar = sofar.then(reading);
    }
  }

  private void take(Moment moment) {
    giveUpBefore(moment.at());
    Unfolded then = sofar.then(moment, messages);
    if (!moment.isRepair()) {
      sofar = then;
    } else if (moment.isExpiry()) {
      expire(moment);
    } else if (concerns(moment, then)) {
      sofar = then;
      found.add(moment);
    }
  }

  private boolean concerns(Moment repair, Unfolded then) {
    if (repair.isSighting()) {
      return sofar.picture().waitingIn(String.valueOf(repair.queue())) < 0;
    }
    boolean newer = repair.queue() != null && sofar.latest() > repair.at() - Moment.LIST_GRACE;
    return !newer && then.picture() != sofar.picture();
  }

  private void giveUpBefore(long at) {
    long latest = sofar.latest();
    if (latest != Long.MIN_VALUE && at - latest > maxSilence) {
      expire(Moment.expired(latest + maxSilence, latest));
    }
  }

  /** Kept also where nothing is open: earlier news that becomes known later may open something. */
  private void expire(Moment expired) {
    sofar = sofar.then(expired, messages);
    if (!found.contains(expired)) {
      found.add(expired);
    }
  }
}
