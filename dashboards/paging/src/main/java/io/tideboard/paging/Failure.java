// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.events.WireName;

/** Why an attempt failed. */
public enum Failure implements WireName {
  /** No connection, or one that broke. */
  UNREACHABLE(true),
  /** No answer in time: it may have been taken all the same. */
  TIMEOUT(true),
  /** 408 or 429. */
  BUSY(true),
  /** 5xx. */
  SERVER_ERROR(true),
  /** Any other answer: trying again would not help. */
  REFUSED(false);

  private final boolean passing;

  Failure(boolean passing) {
    this.passing = passing;
  }

  /** Whether to try again. */
  boolean passing() {
    return passing;
  }
}
