// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import io.tideboard.events.Party;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a contact ended.
 *
 * @param by who ended it, null when not told
 * @param dequeueReason why it left its queue, were it still waiting there; null for giving up
 */
record Disconnect(@Nullable Party by, @Nullable String dequeueReason) {

  /**
   * By Connect's reason. A contact that ended in a queue without one was given up: contact events
   * had no reason at all before 2024, and that was the only rule.
   */
  static Disconnect of(@Nullable String reason) {
    return switch (reason == null ? "" : reason.toUpperCase(Locale.ROOT)) {
      case "" -> new Disconnect(null, null);
      case "CUSTOMER_DISCONNECT", "CUSTOMER_NEVER_ARRIVED" -> new Disconnect(Party.CUSTOMER, null);
      case "AGENT_DISCONNECT", "BARGED" -> new Disconnect(Party.AGENT, "withdrawn");
      case "EXPIRED", "IDLE_DISCONNECT" -> new Disconnect(Party.SYSTEM, "timeout");
      default -> new Disconnect(Party.SYSTEM, "withdrawn");
    };
  }
}
