// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.history.StoreUnavailable;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a long answer as fast as it is taken. The next piece is made, on a worker, only when the
 * client has taken the last one; in between nothing waits for it, no thread and nothing open, so a
 * slow client costs no more than one piece of memory. One that takes nothing any more is cut off
 * like every idle connection.
 */
final class StreamedAnswer {

  private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);

  private final WorkerExecutor workers;
  private final RoutingContext request;
  private final TextTable table;

  private StreamedAnswer(WorkerExecutor workers, RoutingContext request, TextTable table) {
    this.workers = workers;
    this.request = request;
    this.table = table;
  }

  static void send(WorkerExecutor workers, RoutingContext request, TextTable table) {
    new StreamedAnswer(workers, request, table).pump();
  }

  private void pump() {
    workers.executeBlocking(table::next, false).onSuccess(this::write).onFailure(this::fail);
  }

  private void write(Buffer piece) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }
    if (!response.headWritten()) {
      if (table.isComplete()) {
        Answers.send(request, table.contentType(), piece);
        return;
      }
      response
          .setChunked(true)
          .putHeader(HttpHeaders.CONTENT_TYPE, table.contentType())
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (table.isComplete()) {
      response.end(piece);
      return;
    }
    response.write(piece);
    if (response.writeQueueFull()) {
      response.drainHandler(drained -> pump());
    } else {
      pump();
    }
  }

  private void fail(Throwable why) {
    if (why instanceof StoreUnavailable) {
      // What is wrong with the store is not for viewers.
      LOG.warn("the history cannot be read", why);
      request.fail(
          Refusal.of(RequestError.HISTORY_UNAVAILABLE, "the history cannot be read at present"));
    } else {
      request.fail(why);
    }
  }
}
