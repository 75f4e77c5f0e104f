// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When messages were written, as far as a first response can depend on it: the customer's first,
 * and every one of the agents, since a reopening may become known after the messages that answer
 * it. Knowing a message twice is knowing it once.
 *
 * @param customer when the customer wrote first, in microseconds, or {@link QueueVisit#OPEN}
 * @param agents when agents wrote, in order
 * @param channel what the earliest message that names a channel names
 * @param channelAt when that was written
 */
public record Messages(long customer, long[] agents, @Nullable String channel, long channelAt) {

  /** None. */
  public static final Messages NONE =
      new Messages(QueueVisit.OPEN, new long[0], null, QueueVisit.OPEN);

  /** Of more messages the latest are not kept: nobody is answered so late for the first time. */
  static final int MOST = 512;

  boolean isEmpty() {
    return customer == QueueVisit.OPEN && agents.length == 0;
  }

  /** With one more message; the same object when nothing depends on it. */
  Messages with(Moment message) {
    Messages next = this;
    if (message.channel() != null && message.at() < channelAt) {
      next = new Messages(customer, agents, message.channel(), message.at());
    }
    if (message.is(Moment.BY_BOT)) {
      return next;
    }
    return message.is(Moment.BY_AGENT) ? next.byAgent(message.at()) : next.byCustomer(message.at());
  }

  private Messages byCustomer(long at) {
    return at < customer ? new Messages(at, agents, channel, channelAt) : this;
  }

  private Messages byAgent(long at) {
    int found = Arrays.binarySearch(agents, at);
    int place = -found - 1;
    if (found >= 0 || place >= MOST) {
      return this;
    }
    int size = Math.min(agents.length + 1, MOST);
    long[] more = Arrays.copyOf(agents, size);
    System.arraycopy(agents, place, more, place + 1, size - place - 1);
    more[place] = at;
    return new Messages(customer, more, channel, channelAt);
  }

  /** When the last agent before that instant wrote, or long ago. */
  long latestByAgentBefore(long at) {
    long before = Long.MIN_VALUE;
    for (long agent : agents) {
      before = agent < at ? agent : before;
    }
    return before;
  }

  /** When the first agent after that instant wrote, or {@link QueueVisit#OPEN}. */
  long firstByAgentAfter(long at) {
    for (long agent : agents) {
      if (agent > at) {
        return agent;
      }
    }
    return QueueVisit.OPEN;
  }

  /** When the latest of them was written, or long ago. */
  long latest() {
    long agent = agents.length == 0 ? Long.MIN_VALUE : agents[agents.length - 1];
    return customer == QueueVisit.OPEN ? agent : Math.max(agent, customer);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Messages that
        && customer == that.customer
        && channelAt == that.channelAt
        && Objects.equals(channel, that.channel)
        && Arrays.equals(agents, that.agents);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(customer) + Arrays.hashCode(agents))
        + Objects.hashCode(channel);
  }

  @Override
  public String toString() {
    return "Messages[customer=" + customer + ", agents=" + Arrays.toString(agents) + "]";
  }
}
