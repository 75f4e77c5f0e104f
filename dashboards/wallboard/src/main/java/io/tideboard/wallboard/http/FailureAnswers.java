// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when a request cannot be. */
final class FailureAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(FailureAnswers.class);

  private FailureAnswers() {}

  static void mount(Router router) {
    router.errorHandler(400, request -> refuse(request, RequestError.MALFORMED_REQUEST));
    router.errorHandler(404, request -> refuse(request, RequestError.NOT_FOUND));
    router.errorHandler(405, request -> refuse(request, RequestError.METHOD_NOT_ALLOWED));
    router.errorHandler(500, FailureAnswers::internal);
  }

  private static void refuse(RoutingContext request, RequestError error) {
    String what = request.request().method() + " " + request.request().path();
    Answers.refuse(request, Refusal.of(error, what + ": " + expected(error)));
  }

  private static String expected(RequestError error) {
    return switch (error) {
      case METHOD_NOT_ALLOWED -> "expected GET";
      case MALFORMED_REQUEST -> "expected well-formed HTTP with valid percent-encoding";
      default -> "expected a path of /openapi.yaml";
    };
  }

  private static void internal(RoutingContext request) {
    if (request.failure() instanceof Refusal refusal) {
      Answers.refuse(request, refusal);
      return;
    }
    LOG.error(
        "{} {} failed", request.request().method(), request.request().path(), request.failure());
    Answers.refuse(request, Refusal.of(RequestError.INTERNAL_ERROR, "a fault of the wallboard"));
  }
}
