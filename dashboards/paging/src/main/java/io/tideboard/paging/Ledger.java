// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What has been delivered, remembered by whoever is on duty next. Used by one thread. */
interface Ledger {

  /** How far a receiver has been told of a cause; null for not at all. */
  @Nullable Delivery of(String receiver, String cause);

  /** Writes it down; nothing further is told of that cause before it is safe. */
  CompletableFuture<Void> write(Delivery delivery);

  /** Writes down what could not be delivered. */
  void giveUp(DeadLetter letter);

  /** What could not be delivered, the oldest first. */
  List<DeadLetter> deadLetters();
}
