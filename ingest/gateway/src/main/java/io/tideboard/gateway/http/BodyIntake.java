// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.util.concurrent.EventExecutor;
import io.tideboard.gateway.admission.Body;
import io.tideboard.gateway.http.Incoming.Page;
import io.tideboard.gateway.http.Incoming.Taking;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands complete requests on, and answers on their connection's event loop, whatever happens. */
final class BodyIntake {

  private static final Logger LOG = LoggerFactory.getLogger(BodyIntake.class);

  private final EventExecutor loop;

  BodyIntake(EventExecutor loop) {
    this.loop = loop;
  }

  /**
   * Hands a body on.
   *
   * @param body may refuse the request
   */
  void hand(Supplier<Body> body, Taking taking, Consumer<Answer> answer) {
    try {
      taking.take(body.get(), outcome -> inLoop(answer, outcome));
    } catch (RefusedRequest refused) {
      answer.accept(refused.answer());
    } catch (RuntimeException e) {
      // Without the message of the fault, which might show a customer key to the log's readers.
      LOG.error("A request cannot be handled: {} at {}", e.getClass(), e.getStackTrace());
      answer.accept(Answer.internalError());
    }
  }

  /** Has a page shown. */
  void show(Page page, Consumer<Answer> answer) {
    page.show(outcome -> inLoop(answer, outcome));
  }

  private void inLoop(Consumer<Answer> answer, Answer outcome) {
    if (loop.inEventLoop()) {
      answer.accept(outcome);
      return;
    }
    try {
      loop.execute(() -> answer.accept(outcome));
    } catch (RejectedExecutionException ended) {
      // The gateway has closed, and the connection with it: nobody is there to be answered.
      LOG.debug("An answer comes after the end");
    }
  }
}
