// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import io.tideboard.events.Party;
import org.jspecify.annotations.Nullable;

/**
 * How a session ended, seen from its own party.
 *
 * @param type in capitals, without the dots that some topics have: {@code TRANSFER_CONSULT}
 */
record Disconnection(String type) {

  /** What the end of an agent's session means for the conversation. */
  enum Leaving {
    FOR_GOOD,
    /** Blindly: the customer goes on without the agent. */
    HANDING_OVER,
    /** The other agent was there before this one left. */
    AFTER_CONSULTING
  }

  static Disconnection of(@Nullable String type) {
    return new Disconnection(Media.upper(type).replace('.', '_'));
  }

  boolean timedOut() {
    return type.equals("TIMEOUT");
  }

  boolean byOwnSide() {
    return type.equals("CLIENT") || type.equals("ENDPOINT");
  }

  boolean byOtherSide() {
    return type.equals("PEER");
  }

  Leaving leaving() {
    if (!type.contains("TRANSFER")) {
      return Leaving.FOR_GOOD;
    }
    return type.contains("CONSULT") || type.contains("CONFERENCE")
        ? Leaving.AFTER_CONSULTING
        : Leaving.HANDING_OVER;
  }

  /** Who ended it; null when not told. */
  @Nullable Party party(boolean customersSession) {
    return switch (type) {
      case "CLIENT", "ENDPOINT" -> customersSession ? Party.CUSTOMER : Party.AGENT;
      case "PEER" -> customersSession ? Party.AGENT : Party.CUSTOMER;
      case "SYSTEM", "TIMEOUT", "ERROR", "TRANSPORT_FAILURE", "SPAM", "UNCALLABLE" -> Party.SYSTEM;
      default -> null;
    };
  }
}
