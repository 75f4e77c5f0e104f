// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpRequest;
import io.tideboard.gateway.admission.Body;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.http.Senders.Sender;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way in: where its answer goes, what of the bytes under way is charged to it, and
 * the answer that is certain before its body has ended. Only for the connection's event loop.
 */
final class Incoming {

  private final Sender sender;
  private @Nullable Consumer<Answer> place;
  private @Nullable EventHeaders headers;
  private @Nullable Upgrade upgrade;
  private @Nullable Taking taking;
  private @Nullable Page page;
  private @Nullable Answer decided;
  private long charged;
  private long promised;
  private long discarded;
  private boolean answered;

  Incoming(Sender sender) {
    this.sender = sender;
  }

  /** Where the answer goes. */
  void answerAt(Consumer<Answer> place) {
    this.place = place;
  }

  /** Who asks for a WebSocket, and how. */
  record Upgrade(HttpRequest head, Caller caller) {}

  /** What is done with a complete body. */
  @FunctionalInterface
  interface Taking {

    /** Takes the body. The answer may come later, on any thread. */
    void take(Body body, Consumer<Answer> answer);
  }

  /** What shows a page that has yet to be written. */
  @FunctionalInterface
  interface Page {

    /** Shows it, on any thread. */
    void show(Consumer<Answer> answer);
  }

  /**
   * Expects that nothing follows, and then that page is shown.
   *
   * @param bytes of it, about
   * @throws RefusedRequest {@code too_many_requests} or {@code overloaded}
   */
  void expectPage(Page page, long bytes) {
    require(sender.promise(bytes));
    promised += bytes;
    this.page = page;
  }

  /** The page to show; null when it is something else that was asked for. */
  @Nullable Page page() {
    return page;
  }

  /** Expects a body with events. */
  void expect(EventHeaders headers, Taking taking) {
    this.headers = headers;
    this.taking = taking;
  }

  /** Hands on the complete body that was expected. */
  void take(Body body, Consumer<Answer> answer) {
    if (taking == null) {
      throw new IllegalStateException("a body that nobody expects");
    }
    taking.take(body, answer);
  }

  /** Expects that nothing follows, and then frames. */
  void expectUpgrade(Upgrade upgrade) {
    this.upgrade = upgrade;
  }

  /** The request for a WebSocket; null when it is for something else. */
  @Nullable Upgrade upgrade() {
    return upgrade;
  }

  /** What to expect; null when the answer does not depend on the body. */
  @Nullable EventHeaders headers() {
    return headers;
  }

  /** Decides the answer. The body, as far as it comes, is not looked at any more. */
  void decide(Answer answer) {
    decided = answer;
  }

  @Nullable Answer decided() {
    return decided;
  }

  /**
   * Charges bytes of the body, before they are kept.
   *
   * @throws RefusedRequest {@code too_many_requests} or {@code overloaded}
   */
  void charge(long bytes) {
    require(sender.take(bytes));
    charged += bytes;
  }

  private static void require(@Nullable RequestError none) {
    if (none != null) {
      throw new RefusedRequest(none, "too many bytes are under way: try again later");
    }
  }

  /** Counts bytes that nobody looks at; how many there were. */
  long discard(long bytes) {
    discarded += bytes;
    return discarded;
  }

  /** Answers, once. */
  void answer(Answer answer) {
    if (!answered && place != null) {
      answered = true;
      sender.answered(answer);
      giveBack();
      place.accept(answer);
    }
  }

  /** The sender is gone: nothing to answer, and nothing more under way. */
  void giveBack() {
    sender.give(charged);
    sender.release(promised);
    charged = 0;
    promised = 0;
  }
}
