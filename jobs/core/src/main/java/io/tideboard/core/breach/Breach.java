// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.core.queue.QueueKey;

/**
 * A queue's promise to one contact is about to break, breaks, or is settled. Each kind comes once a
 * promise: once a visit, or once for each question on an asynchronous channel.
 *
 * @param promise which promise
 * @param interaction whose it is
 * @param key in which queue, on which channel
 * @param visitBegin since when the contact waits, in microseconds; tells apart promises to one
 *     contact by one queue
 * @param time when it happened, in microseconds
 * @param waited how long the contact had waited then
 * @param threshold what was promised
 */
public record Breach(
    BreachKind kind,
    PromiseKind promise,
    String interaction,
    QueueKey key,
    long visitBegin,
    long time,
    long waited,
    long threshold) {

  /**
   * The same for the same promise and kind, in every run: {@code interaction/queue/begin/kind},
   * with the promise before the kind where it is not that of a wait.
   */
  public String id() {
    String whose = interaction + "/" + key.queue() + "/" + visitBegin + "/";
    return promise == PromiseKind.WAIT
        ? whose + kind.wire()
        : whose + promise.wire() + "/" + kind.wire();
  }
}
