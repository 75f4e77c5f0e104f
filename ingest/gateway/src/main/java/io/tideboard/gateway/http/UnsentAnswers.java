// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import io.tideboard.gateway.http.Senders.Sender;

/**
 * Bytes of answers that one connection has not taken yet. They count as under way like those of
 * requests, because a few bytes can ask for many, and who asks need not read. Small answers are not
 * counted: there are never more of them than requests. Only for the connection's event loop.
 */
final class UnsentAnswers {

  private static final int SMALL_BYTES = 1024;

  private final Channel channel;
  private final Sender sender;
  private long held;
  private boolean closed;

  UnsentAnswers(Channel channel, Sender sender) {
    this.channel = channel;
    this.sender = sender;
  }

  static boolean isLarge(Answer answer) {
    return answer.body().length > SMALL_BYTES;
  }

  /** An answer is known. It is given whatever there is room for: what comes next is refused. */
  void hold(Answer answer) {
    if (isLarge(answer) && !closed) {
      held += answer.body().length;
      sender.hold(answer.body().length);
    }
  }

  /** What to write an answer with that was held. */
  ChannelPromise promise(Answer answer) {
    return isLarge(answer)
        ? channel.newPromise().addListener(sent -> give(answer.body().length))
        : channel.voidPromise();
  }

  /** The connection has ended: nothing more is sent. */
  void close() {
    give(held);
    closed = true;
  }

  private void give(long bytes) {
    if (!closed) {
      held -= bytes;
      sender.give(bytes);
    }
  }
}
