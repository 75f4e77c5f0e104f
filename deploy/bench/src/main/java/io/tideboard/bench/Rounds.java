// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.util.ArrayList;
import java.util.List;

/** One figure, measured again and again. */
final class Rounds {

  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double median() {
    return Medians.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
