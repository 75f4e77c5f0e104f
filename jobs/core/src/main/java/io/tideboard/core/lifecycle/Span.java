// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

/** From an instant to a later one, in microseconds. */
public record Span(long from, long to) {

  /** Microseconds of this span that lie within {@code from} and {@code to}. */
  public long within(long from, long to) {
    return Math.max(0, Math.min(this.to, to) - Math.max(this.from, from));
  }
}
