// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One agent's share of an interaction, as the oracle sees it. */
final class Leg {

  /** From an instant to a later one. */
  record Stretch(Instant from, Instant to) {}

  String queue;
  final @Nullable String agent;
  Instant offeredAt;
  final Instant answeredAt;
  @Nullable Instant endedAt;
  @Nullable Instant wrappedUpAt;
  boolean transferredOut;

  /** Nobody told its end. */
  boolean lost;

  /** Had been lost, and was found again. */
  boolean found;

  /** Its wrap-up lasted too long. */
  boolean cutOff;

  private final List<Stretch> holds = new ArrayList<>();
  private @Nullable Instant onHoldSince;

  Leg(String queue, @Nullable String agent, Instant offeredAt, Instant answeredAt) {
    this.queue = queue;
    this.agent = agent;
    this.offeredAt = offeredAt;
    this.answeredAt = answeredAt;
  }

  boolean inProgress() {
    return endedAt == null;
  }

  /** Whether somebody told its end. */
  boolean isComplete() {
    return endedAt != null && !lost;
  }

  void hold(Instant at) {
    if (onHoldSince == null) {
      onHoldSince = at;
    }
  }

  void resume(Instant at) {
    if (onHoldSince != null) {
      holds.add(new Stretch(onHoldSince, at));
      onHoldSince = null;
    }
  }

  void end(Instant at, boolean byTransfer) {
    resume(at);
    endedAt = at;
    transferredOut = byTransfer;
  }

  /** Its wrap-up is over, or was cut off before. */
  void wrapUp(Instant at, Duration most) {
    Instant latest = known(endedAt).plus(most);
    cutOff = at.isAfter(latest);
    wrappedUpAt = cutOff ? latest : at;
  }

  void lose(Instant at) {
    endedAt = at;
    lost = true;
  }

  void goOn() {
    endedAt = null;
    lost = false;
    found = true;
  }

  List<Stretch> holds() {
    return holds;
  }

  /** Answered to ended. Only of legs that ended. */
  Stretch service() {
    return new Stretch(answeredAt, known(endedAt));
  }

  /** Ended to wrapped up. Only of legs that ended. */
  Stretch wrapUp() {
    return new Stretch(known(endedAt), completedAt());
  }

  /** Wrapped up, or ended while no wrap-up is known. Only of legs that ended. */
  Instant completedAt() {
    return wrappedUpAt == null ? known(endedAt) : wrappedUpAt;
  }

  static Instant known(@Nullable Instant at) {
    if (at == null) {
      throw new IllegalStateException("the leg is in progress");
    }
    return at;
  }
}
