// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Days that were, with their contacts by slot. */
final class PastDays {

  private final List<LocalDate> dates = new ArrayList<>();
  private final List<Map<Integer, Double>> contacts = new ArrayList<>();

  void add(LocalDate date, Map<Integer, Double> bySlot) {
    dates.add(date);
    contacts.add(bySlot);
  }

  boolean any() {
    return !dates.isEmpty();
  }

  /** Those of the same weekday, or all where there is none, the latest first. */
  List<Map<Integer, Double>> like(LocalDate date) {
    List<Map<Integer, Double>> same = new ArrayList<>();
    List<Map<Integer, Double>> all = new ArrayList<>();
    for (int i = dates.size() - 1; i >= 0; i--) {
      all.add(contacts.get(i));
      if (dates.get(i).getDayOfWeek() == date.getDayOfWeek()) {
        same.add(contacts.get(i));
      }
    }
    return same.isEmpty() ? all : same;
  }
}
