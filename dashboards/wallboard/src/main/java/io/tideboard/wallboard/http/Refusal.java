// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.events.InvalidEvent;
import org.jspecify.annotations.Nullable;

/** A request that is refused, as an answer to its sender; carries no stack trace. */
final class Refusal extends RuntimeException {

  private final RequestError error;
  private final String code;
  private final @Nullable String field;
  private final @Nullable String value;

  private Refusal(String code, RequestError error, String message, Where where) {
    super(message, null, false, false);
    this.error = error;
    this.code = code;
    this.field = where.field;
    this.value = where.value;
  }

  private record Where(@Nullable String field, @Nullable String value) {}

  /** A refusal of the whole request. */
  static Refusal of(RequestError error, String message) {
    return new Refusal(error.wire(), error, message, new Where(null, null));
  }

  /** A refusal because of the value of a parameter. */
  static Refusal of(RequestError error, String field, String value, String expected) {
    String message = "'" + value + "' in " + field + ": expected " + expected;
    return new Refusal(error.wire(), error, message, new Where(field, value));
  }

  /** A parameter that is read by the rules for events. */
  static Refusal of(InvalidEvent why) {
    return new Refusal(
        why.code().wire(),
        RequestError.INVALID_VALUE,
        String.valueOf(why.getMessage()),
        new Where(why.field(), why.value()));
  }

  int status() {
    return error.status();
  }

  String code() {
    return code;
  }

  @Nullable String field() {
    return field;
  }

  @Nullable String value() {
    return value;
  }
}
