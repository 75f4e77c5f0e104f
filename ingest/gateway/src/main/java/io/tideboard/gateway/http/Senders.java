// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is connected, by address, and how much they have under way. */
final class Senders {

  /** One address while it has connections. */
  final class Sender {
    private final InetAddress address;
    private final Budget budget = new Budget(limits.bytesPerAddress());
    private int connections;

    private Sender(InetAddress address) {
      this.address = address;
    }

    /** Takes bytes from this address's budget and everybody's; the code of the one that is out. */
    @Nullable RequestError take(long bytes) {
      if (!budget.take(bytes)) {
        return RequestError.TOO_MANY_REQUESTS;
      }
      if (!everybody.take(bytes)) {
        budget.give(bytes);
        return RequestError.OVERLOADED;
      }
      return null;
    }

    /** Keeps room for an answer of so many bytes; the code of the budget that has none. */
    @Nullable RequestError promise(long bytes) {
      if (!budget.promise(bytes)) {
        return RequestError.TOO_MANY_REQUESTS;
      }
      if (!everybody.promise(bytes)) {
        budget.release(bytes);
        return RequestError.OVERLOADED;
      }
      return null;
    }

    /** Keeps it no longer. */
    void release(long bytes) {
      everybody.release(bytes);
      budget.release(bytes);
    }

    /** Takes bytes whether there is room for them or not. */
    void hold(long bytes) {
      budget.hold(bytes);
      everybody.hold(bytes);
    }

    /** Counts an answer to it. */
    void answered(Answer answer) {
      answers.count(answer);
    }

    void give(long bytes) {
      everybody.give(bytes);
      budget.give(bytes);
    }

    void disconnected() {
      synchronized (Senders.this) {
        connections--;
        total--;
        if (connections == 0) {
          byAddress.remove(address);
        }
      }
    }
  }

  private final LoadLimits limits;
  private final Budget everybody;
  private final AnswerCounts answers = new AnswerCounts();
  private final Map<InetAddress, Sender> byAddress = new HashMap<>();
  private int total;

  Senders(LoadLimits limits) {
    this.limits = limits;
    this.everybody = new Budget(limits.bytes());
  }

  /** Counts a new connection; null when there are too many. */
  synchronized @Nullable Sender connected(InetAddress address) {
    Sender sender = byAddress.get(address);
    if (total >= limits.connections()
        || (sender != null && sender.connections >= limits.connectionsPerAddress())) {
      return null;
    }
    if (sender == null) {
      sender = new Sender(address);
      byAddress.put(address, sender);
    }
    sender.connections++;
    total++;
    return sender;
  }

  synchronized int connections() {
    return total;
  }

  AnswerCounts answers() {
    return answers;
  }

  long bytesUnderWay() {
    return everybody.taken();
  }
}
