// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened, written or read now; the message says which, and what to do. */
public final class StoreUnavailable extends RuntimeException {

  public StoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
