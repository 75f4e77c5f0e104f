// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Sending answers: compressed for those who understand it, and not at all to those who have the
 * same already. Whoever keeps one asks each time whether it still holds.
 */
final class Answers {

  static final String JSON = "application/json";

  private static final String ASK_EACH_TIME = "private, no-cache";
  private static final int WORTH_COMPRESSING = 1_024;
  private static final int QUICK = 64 * 1_024;

  /**
   * An answer as it goes out.
   *
   * @param tag null where it is not to be kept
   */
  private record Ready(@Nullable String tag, Buffer bytes, boolean gzip) {}

  private Answers() {}

  static void json(RoutingContext request, Json.Fields fields) {
    send(request, JSON, Json.object(fields));
  }

  /** What holds for this moment only, and is never kept. */
  static void passing(RoutingContext request, Json.Fields fields) {
    end(request, JSON, new Ready(null, Json.object(fields), false));
  }

  /** The same, compressed up to that length, beyond which it takes longer than sending it. */
  static void passing(RoutingContext request, String type, Buffer body, int most) {
    boolean gzip = body.length() <= most && Gzip.accepted(request.request());
    Buffer bytes = gzip ? Gzip.whole(body) : body;
    request.response().putHeader(HttpHeaders.VARY, "Accept-Encoding");
    end(request, type, new Ready(null, bytes, gzip));
  }

  /** An answer that is there already; large ones are made ready on a worker thread. */
  static void send(RoutingContext request, String type, Buffer body) {
    boolean gzip = Gzip.accepted(request.request());
    if (body.length() <= QUICK) {
      end(request, type, ready(Tag.of(body), body, gzip));
    } else {
      work(request, type, () -> ready(Tag.of(body), body, gzip));
    }
  }

  /** An answer of which the tag is known before it is made, on a worker thread. */
  static void send(RoutingContext request, String type, String tag, Callable<Buffer> body) {
    if (knows(request, tag)) {
      end(request, type, new Ready(tag, Buffer.buffer(), false));
    } else {
      boolean gzip = Gzip.accepted(request.request());
      work(request, type, () -> ready(tag, body.call(), gzip));
    }
  }

  private static void work(RoutingContext request, String type, Callable<Ready> work) {
    request
        .vertx()
        .executeBlocking(work)
        .onSuccess(ready -> end(request, type, ready))
        .onFailure(request::fail);
  }

  private static Ready ready(String tag, Buffer body, boolean gzip) {
    return gzip && body.length() >= WORTH_COMPRESSING
        ? new Ready(tag, Gzip.whole(body), true)
        : new Ready(tag, body, false);
  }

  private static void end(RoutingContext request, String type, Ready ready) {
    HttpServerResponse response = request.response();
    if (ready.tag == null) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    } else {
      response
          .putHeader(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME)
          .putHeader(HttpHeaders.VARY, "Accept-Encoding")
          .putHeader(HttpHeaders.ETAG, ready.tag);
      if (knows(request, ready.tag)) {
        response.setStatusCode(304).end();
        return;
      }
    }
    if (ready.gzip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(ready.bytes);
  }

  /** Whether whoever asks has the answer of that tag. */
  static boolean knows(RoutingContext request, String tag) {
    String known = request.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    return known != null && (known.equals("*") || known.contains(tag));
  }

  static void refuse(RoutingContext request, Refusal why) {
    if (request.response().ended() || request.response().headWritten()) {
      request.request().connection().close();
      return;
    }
    request.response().setStatusCode(why.status());
    if (why.status() == 401) {
      request.response().putHeader("WWW-Authenticate", "Bearer realm=\"tideboard\"");
    }
    passing(
        request,
        json -> {
          json.writeStringField("code", why.code());
          json.writeStringField("message", why.getMessage());
          if (why.field() != null) {
            json.writeStringField("field", why.field());
          }
          if (why.value() != null) {
            json.writeStringField("value", why.value());
          }
        });
  }
}
