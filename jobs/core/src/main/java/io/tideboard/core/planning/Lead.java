// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.events.WireName;
import java.util.function.ToDoubleFunction;

/** How long before an interval it was forecast. */
public enum Lead implements WireName {
  /** At least seven days. */
  WEEK(Leads::week),
  /** When its day began. */
  DAY(Leads::day),
  /** At least an hour. */
  HOUR(Leads::hour),
  /** Just before it began. */
  NEXT(Leads::next);

  private final ToDoubleFunction<Leads> of;

  Lead(ToDoubleFunction<Leads> of) {
    this.of = of;
  }

  /** What was forecast then; NaN where nothing was. */
  public double of(Leads leads) {
    return of.applyAsDouble(leads);
  }
}
