// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.tideboard.events.WireName;

/** Why a request is refused: a closed list. */
enum RequestError implements WireName {
  /** Not HTTP as it should be. */
  MALFORMED_REQUEST(HttpResponseStatus.BAD_REQUEST),
  /** A query parameter that this call does not know. */
  UNKNOWN_PARAMETER(HttpResponseStatus.BAD_REQUEST),
  /** A query parameter holds a value outside its set or range. */
  INVALID_VALUE(HttpResponseStatus.BAD_REQUEST),
  /** There is no token, or none that is known. */
  UNAUTHENTICATED(HttpResponseStatus.UNAUTHORIZED),
  /** The token is known, but its role may not do this. */
  FORBIDDEN(HttpResponseStatus.FORBIDDEN),
  /** There is nothing at this path. */
  NOT_FOUND(HttpResponseStatus.NOT_FOUND),
  /** Nothing was ever heard of this queue. */
  UNKNOWN_QUEUE(HttpResponseStatus.NOT_FOUND),
  /** The path exists, but not for this method. */
  METHOD_NOT_ALLOWED(HttpResponseStatus.METHOD_NOT_ALLOWED),
  /** A fault of the wallboard. */
  INTERNAL_ERROR(HttpResponseStatus.INTERNAL_SERVER_ERROR),
  /** As many viewers as there may be are connected. */
  TOO_MANY_VIEWERS(HttpResponseStatus.SERVICE_UNAVAILABLE),
  /** Not everything has been read from Kafka yet. */
  NOT_READY(HttpResponseStatus.SERVICE_UNAVAILABLE),
  /** The store of interval rows cannot be read. */
  HISTORY_UNAVAILABLE(HttpResponseStatus.SERVICE_UNAVAILABLE),
  /** Kafka cannot be read. */
  KAFKA_UNAVAILABLE(HttpResponseStatus.SERVICE_UNAVAILABLE);

  private final HttpResponseStatus status;

  RequestError(HttpResponseStatus status) {
    this.status = status;
  }

  int status() {
    return status.code();
  }
}
