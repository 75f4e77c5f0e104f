// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

/** A request that is refused as a whole. An answer to a sender, so without a stack trace. */
final class RefusedRequest extends RuntimeException {

  private final transient Answer answer;

  RefusedRequest(RequestError error, String message) {
    this(Answer.error(error, message), message);
  }

  /** Refused with that answer. */
  RefusedRequest(Answer answer, String message) {
    super(message, null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
