// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.events.FeedbackKind;

/**
 * What a customer thought of a contact.
 *
 * @param queue that of the latest leg or visit when the score was given
 * @param arrivedAt when the contact was first offered, or began, in microseconds
 * @param at when the score was given
 * @param thousandths the score within the range of {@code kind}, times 1000
 */
public record Score(
    String queue, String channel, long arrivedAt, long at, FeedbackKind kind, int thousandths)
    implements Placed {

  /** CSAT: 4 or 5 of 5. */
  public boolean satisfied() {
    return kind == FeedbackKind.CSAT && thousandths >= 4_000;
  }

  /** NPS: 9 or 10 of 10. */
  public boolean promoter() {
    return kind == FeedbackKind.NPS && thousandths >= 9_000;
  }

  /** NPS: 0 to 6 of 10. */
  public boolean detractor() {
    return kind == FeedbackKind.NPS && thousandths <= 6_000;
  }

  Score of(String channel, long arrivedAt) {
    return new Score(queue, channel, arrivedAt, at, kind, thousandths);
  }
}
