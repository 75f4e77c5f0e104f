// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.InvalidEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a request is told, without the records: those are large, and Kafka's client
 * has copied them long before it knows that they are safe.
 *
 * @param accepted how many events may pass
 * @param refused those that may not
 * @param unreadable why the body holds no events at all; null when it could be read
 */
public record Verdict(int accepted, List<Refusal> refused, @Nullable InvalidEvent unreadable) {

  /** How many events there were; a body that cannot be read counts as one. */
  public int received() {
    return accepted + refused.size();
  }
}
