// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param failure null when it was taken
 * @param told what the receiver said, for people
 * @param after how long the receiver asks to wait; zero when it does not
 */
record Answer(@Nullable Failure failure, String told, Duration after) {

  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  static Answer of(int status, Optional<String> retryAfter) {
    if (status >= OK && status < REDIRECT) {
      return new Answer(null, "status " + status, Duration.ZERO);
    }
    Failure failure =
        status == TOO_MANY || status == TIMEOUT
            ? Failure.BUSY
            : status >= SERVER_ERROR ? Failure.SERVER_ERROR : Failure.REFUSED;
    return new Answer(
        failure, "status " + status, retryAfter.map(Answer::seconds).orElse(Duration.ZERO));
  }

  static Answer of(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    boolean late = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
    Failure failure =
        late && !(cause instanceof HttpConnectTimeoutException)
            ? Failure.TIMEOUT
            : Failure.UNREACHABLE;
    return new Answer(failure, String.valueOf(cause), Duration.ZERO);
  }

  /** A date is not understood: our own pause must do. */
  private static Duration seconds(String retryAfter) {
    try {
      return Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.strip())));
    } catch (NumberFormatException aDate) {
      return Duration.ZERO;
    }
  }
}
