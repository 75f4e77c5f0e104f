// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened, written or read now; the message says which, and what to do. */
public final class StoreUnavailable extends RuntimeException {

  private final boolean unreachable;

  public StoreUnavailable(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private StoreUnavailable(String message, @Nullable Throwable cause, boolean unreachable) {
    super(message, cause);
    this.unreachable = unreachable;
  }

  /** What would keep it does not answer. */
  public static StoreUnavailable unreachable(String message, Throwable cause) {
    return new StoreUnavailable(message, cause, true);
  }

  /** Whether what would keep it does not answer: the settings may be right all the same. */
  public boolean isUnreachable() {
    return unreachable;
  }
}
