// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Channel;

/** What a channel demands of an agent. */
final class Media {

  /** What an agent can carry at once: one call, or three chats. */
  static final int DESK = 3;

  private Media() {}

  /** Customer and agent talk at the same time; nothing is written. */
  static boolean spoken(Channel channel) {
    return switch (channel) {
      case VOICE, VIDEO, IN_PERSON -> true;
      default -> false;
    };
  }

  /** The share of an agent's {@link #DESK} that one contact takes. */
  static int weight(Channel channel) {
    return switch (channel) {
      case CHAT, MESSAGING, SMS, SOCIAL, APP, BOT -> 1;
      default -> DESK;
    };
  }

  static int capacity(Channel channel) {
    return DESK / weight(channel);
  }

  /** Mean milliseconds between an offer and its answer. */
  static long ring(Channel channel) {
    return weight(channel) == DESK && spoken(channel) ? 3_000 : 6_000;
  }
}
