// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

/** How far ahead a forecast looks: errors have another shape at each. */
enum Horizon {
  /** The next eighth of the day, some of which is known. */
  SOON,
  /** The rest of such a day. */
  TODAY,
  /** A day of which nothing is known. */
  ANOTHER_DAY
}
