// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.tideboard.events.WireName;

/**
 * Why a request as a whole is refused: a closed list, beside {@link io.tideboard.events.ErrorCode}
 * for single events.
 */
enum RequestError implements WireName {
  /** Not HTTP as it should be. */
  MALFORMED_REQUEST(HttpResponseStatus.BAD_REQUEST),
  /** The body says that it is compressed, and cannot be decompressed. */
  MALFORMED_GZIP(HttpResponseStatus.BAD_REQUEST),
  /** No credential, or none that is known. */
  UNAUTHENTICATED(HttpResponseStatus.UNAUTHORIZED),
  /** A delivery's signature is of something else, or of nobody who is known. */
  INVALID_SIGNATURE(HttpResponseStatus.UNAUTHORIZED),
  /** A delivery was signed too long ago, or in the future. */
  STALE_SIGNATURE(HttpResponseStatus.UNAUTHORIZED),
  /** The credential is genuine, but of no source that may send. */
  FORBIDDEN(HttpResponseStatus.FORBIDDEN),
  /** A page of another host asks for a WebSocket. */
  FOREIGN_ORIGIN(HttpResponseStatus.FORBIDDEN),
  /** There is nothing at this path. */
  NOT_FOUND(HttpResponseStatus.NOT_FOUND),
  /** The path exists, but not for this method. */
  METHOD_NOT_ALLOWED(HttpResponseStatus.METHOD_NOT_ALLOWED),
  /** The request was not complete in time. */
  REQUEST_TIMEOUT(HttpResponseStatus.REQUEST_TIMEOUT),
  /** The body is larger than allowed, compressed or not. */
  BODY_TOO_LARGE(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE),
  /** The body holds more events than one request may. */
  TOO_MANY_EVENTS(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE),
  /** The request line is longer than allowed. */
  URI_TOO_LONG(HttpResponseStatus.REQUEST_URI_TOO_LONG),
  /** No content type that holds events. */
  UNSUPPORTED_MEDIA_TYPE(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE),
  /** A content encoding other than gzip. */
  UNSUPPORTED_ENCODING(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE),
  /** The path is for a WebSocket. */
  UPGRADE_REQUIRED(HttpResponseStatus.UPGRADE_REQUIRED),
  /** The headers are larger than allowed. */
  HEADERS_TOO_LARGE(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
  /** This sender has too much under way. */
  TOO_MANY_REQUESTS(HttpResponseStatus.TOO_MANY_REQUESTS),
  /** The source has sent more than its quota. */
  QUOTA_EXCEEDED(HttpResponseStatus.TOO_MANY_REQUESTS),
  /** A fault of the gateway. */
  INTERNAL_ERROR(HttpResponseStatus.INTERNAL_SERVER_ERROR),
  /** All senders together have too much under way. */
  OVERLOADED(HttpResponseStatus.SERVICE_UNAVAILABLE),
  /** Kafka cannot be written, or has not acknowledged in time. */
  KAFKA_UNAVAILABLE(HttpResponseStatus.SERVICE_UNAVAILABLE);

  private final HttpResponseStatus status;

  RequestError(HttpResponseStatus status) {
    this.status = status;
  }

  HttpResponseStatus status() {
    return status;
  }

  /** Whether the same request may succeed a little later. */
  boolean passes() {
    return status == HttpResponseStatus.TOO_MANY_REQUESTS
        || status == HttpResponseStatus.SERVICE_UNAVAILABLE;
  }
}
