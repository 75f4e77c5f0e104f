// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

/** A request that is refused as a whole. An answer to a sender, so without a stack trace. */
final class RefusedRequest extends RuntimeException {

  private final RequestError error;

  RefusedRequest(RequestError error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  Answer answer() {
    return Answer.error(error, String.valueOf(getMessage()));
  }
}
