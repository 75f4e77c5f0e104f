// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.events.Channel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the channels have in common, by their names on the wire. */
public final class Channels {

  private static final Set<String> ASYNCHRONOUS =
      wire(
          EnumSet.of(
              Channel.EMAIL,
              Channel.MESSAGING,
              Channel.SMS,
              Channel.SOCIAL,
              Channel.APP,
              Channel.FORUM));

  private static final Set<String> SPOKEN =
      wire(EnumSet.of(Channel.VOICE, Channel.VIDEO, Channel.IN_PERSON));

  private Channels() {}

  private static Set<String> wire(EnumSet<Channel> channels) {
    return Arrays.stream(Channel.values())
        .filter(channels::contains)
        .map(Channel::wire)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether nobody stays on the line: what is promised is an answer, not an end of waiting. */
  public static boolean asynchronous(String channel) {
    return ASYNCHRONOUS.contains(channel);
  }

  /**
   * Whether an agent's picking up is an answer by itself, since there are no messages; also where
   * nobody told the channel.
   */
  static boolean spoken(String channel) {
    return SPOKEN.contains(channel) || channel.equals(QueueVisit.UNKNOWN);
  }
}
