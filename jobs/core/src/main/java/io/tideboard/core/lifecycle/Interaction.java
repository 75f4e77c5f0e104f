// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.Arrays;
import java.util.List;

/**
 * One interaction as far as it is known: its history in order, and the picture that follows from
 * it. Immutable. The picture is always the history's, however the events arrived.
 */
public final class Interaction {

  /** Of which nothing is known yet. */
  public static final Interaction UNKNOWN = new Interaction(new Moment[0], Picture.BLANK);

  /** More moments than any contact has: what comes after so many is not kept. */
  static final int LONGEST_HISTORY = 1024;

  private final Moment[] history;
  private final Picture picture;

  private Interaction(Moment[] history, Picture picture) {
    this.history = history;
    this.picture = picture;
  }

  /** The interaction with that history, as it was written down. */
  public static Interaction of(List<Moment> history) {
    Moment[] sorted = history.toArray(new Moment[0]);
    Arrays.sort(sorted);
    return new Interaction(sorted, unfold(sorted));
  }

  /** The interaction with one more moment; itself when it knows the moment, or has too many. */
  Interaction with(Moment moment) {
    int size = history.length;
    if (size >= LONGEST_HISTORY) {
      return this;
    }
    for (Moment known : history) {
      if (known.identity() == moment.identity()) {
        return this;
      }
    }
    Moment[] longer = Arrays.copyOf(history, size + 1);
    int at = size;
    while (at > 0 && longer[at - 1].compareTo(moment) > 0) {
      longer[at] = longer[at - 1];
      at--;
    }
    longer[at] = moment;
    Picture next = at == size ? Unfolding.then(picture, moment) : unfold(longer);
    return new Interaction(longer, next);
  }

  private static Picture unfold(Moment[] history) {
    Picture picture = Picture.BLANK;
    for (Moment moment : history) {
      picture = Unfolding.then(picture, moment);
    }
    return picture;
  }

  /** What is known to have happened, in order. */
  public List<Moment> history() {
    return List.of(history);
  }

  /** Every queue visit, in the order in which they began. */
  public List<QueueVisit> visits() {
    return picture.visits();
  }

  /** Every handled leg, in the order in which they began. */
  public List<HandledLeg> legs() {
    return picture.legs();
  }

  /** Whether nobody waits and nobody is served. */
  public boolean atRest() {
    return !picture.waits() && picture.legInProgress() < 0;
  }

  /** When the latest known moment happened, in microseconds. */
  public long latest() {
    return history.length == 0 ? Long.MIN_VALUE : history[history.length - 1].at();
  }
}
