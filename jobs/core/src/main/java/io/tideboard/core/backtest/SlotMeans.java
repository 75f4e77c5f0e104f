// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Means over days by slot; a slot that a day has not is one in which nobody came. */
final class SlotMeans {

  private SlotMeans() {}

  static Map<Integer, Double> of(List<Map<Integer, Double>> days) {
    Map<Integer, Double> mean = new TreeMap<>();
    for (Map<Integer, Double> day : days) {
      day.forEach((slot, contacts) -> mean.merge(slot, contacts / days.size(), Double::sum));
    }
    return mean;
  }

  /** All of it, multiplied by what came in the known slots against what it has there. */
  static Map<Integer, Double> scaled(Map<Integer, Double> mean, Map<Integer, Double> known) {
    double came = 0;
    double expected = 0;
    for (Map.Entry<Integer, Double> slot : known.entrySet()) {
      came += slot.getValue();
      expected += mean.getOrDefault(slot.getKey(), 0.0);
    }
    double ratio = expected == 0 ? 1 : came / expected;
    Map<Integer, Double> scaled = new TreeMap<>();
    mean.forEach((slot, contacts) -> scaled.put(slot, contacts * ratio));
    return scaled;
  }
}
