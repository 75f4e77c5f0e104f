// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands. Centers name statuses of their own, but each belongs to one of these. */
enum TicketStatus {
  NEW,
  OPEN,
  /** The requester is to write. */
  PENDING,
  /** Somebody outside is to do something. */
  HOLD,
  SOLVED,
  /** Solved for so long that it cannot be reopened, or merged into another. */
  CLOSED;

  /** The status of that name in any case, or null for one that is not known. */
  static @Nullable TicketStatus of(@Nullable String name) {
    return name == null
        ? null
        : switch (name.toUpperCase(Locale.ROOT)) {
          case "NEW" -> NEW;
          case "OPEN" -> OPEN;
          case "PENDING" -> PENDING;
          case "HOLD", "ON-HOLD", "ON_HOLD" -> HOLD;
          case "SOLVED" -> SOLVED;
          case "CLOSED" -> CLOSED;
          default -> null;
        };
  }

  /** Whether the next move is the desk's. */
  static boolean waits(@Nullable TicketStatus status) {
    return status == NEW || status == OPEN;
  }

  static boolean isOver(@Nullable TicketStatus status) {
    return status == SOLVED || status == CLOSED;
  }
}
