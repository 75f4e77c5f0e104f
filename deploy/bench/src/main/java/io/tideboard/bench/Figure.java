// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param ratioTo the figure it is compared with, or null
 * @param ratio value divided by that figure's value, or null
 */
public record Figure(
    String name, double value, String unit, @Nullable String ratioTo, @Nullable Double ratio) {

  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, null, null);
  }

  Figure against(Figure ceiling) {
    return new Figure(name, value, unit, ceiling.name, value / ceiling.value);
  }
}
