// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands, as far as that matters; centers add statuses of their own. */
enum TicketStatus {
  /** The next move is the desk's. */
  OPEN,
  /** The customer, or somebody outside, is to do something. */
  WAITING,
  RESOLVED;

  /** The status of that name or number; null for one of the center's own. */
  static @Nullable TicketStatus of(@Nullable String status) {
    return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
      case "open", "2" -> OPEN;
      case "pending",
          "waiting on customer",
          "waiting on third party",
          "awaiting your reply",
          "3",
          "6",
          "7" ->
          WAITING;
      case "resolved", "closed", "this ticket has been closed", "4", "5" -> RESOLVED;
      default -> null;
    };
  }
}
