// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

/** What bounds every request and connection. */
public record Limits(SizeLimits sizes, LoadLimits load, Timeouts timeouts) {

  /** The defaults of each. */
  public static final Limits DEFAULT =
      new Limits(SizeLimits.DEFAULT, LoadLimits.DEFAULT, Timeouts.DEFAULT);

  /** The same, with other sizes. */
  public Limits with(SizeLimits sizes) {
    return new Limits(sizes, load, timeouts);
  }

  /** The same, with other loads. */
  public Limits with(LoadLimits load) {
    return new Limits(sizes, load, timeouts);
  }

  /** The same, with other timeouts. */
  public Limits with(Timeouts timeouts) {
    return new Limits(sizes, load, timeouts);
  }
}
