// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.InvalidEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of one request.
 *
 * @param accepted what goes to the log, customers pseudonymised
 * @param refused what may not pass, for the sender
 * @param rejected the same for the topic of rejected events, customers pseudonymised
 * @param unreadable why the body holds no events at all; null when it could be read
 */
public record Admitted(
    List<EventRecord> accepted,
    List<Refusal> refused,
    List<EventRecord> rejected,
    @Nullable InvalidEvent unreadable) {

  /** The same, but of something that could not be read at all; of what could, with null. */
  Admitted as(@Nullable InvalidEvent unreadable) {
    return new Admitted(accepted, refused, rejected, unreadable);
  }

  /** How many events there were; a body that cannot be read counts as one. */
  public int received() {
    return accepted.size() + refused.size();
  }

  /** The same for the sender. */
  public Verdict verdict() {
    return new Verdict(accepted.size(), refused, unreadable);
  }
}
