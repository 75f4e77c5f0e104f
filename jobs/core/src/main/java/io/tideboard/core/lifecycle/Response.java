// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

/**
 * What became of a question: its first answer, or that the contact was over before.
 *
 * @param askedAt the customer's first message; where there is none, when the contact was created or
 *     queued; after a reopening, when that was; in microseconds
 * @param answeredAt the first message of an agent after it; where a contact has no messages, or its
 *     channel carries none, when an agent answered; when the contact was over, if nobody answered
 * @param given whether somebody answered
 */
public record Response(long askedAt, long answeredAt, boolean given) {

  /** From the question to the answer, in microseconds. */
  public long time() {
    return answeredAt - askedAt;
  }
}
