// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.core.alerts.AlertCatalog;
import io.tideboard.core.alerts.AlertRules;
import io.tideboard.core.alerts.AlertRules.Calm;
import io.tideboard.core.alerts.AlertRules.Guard;
import io.tideboard.core.alerts.AlertRules.Surge;
import io.tideboard.core.alerts.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads when alerts open and close: under {@code alerts} for every queue, and under {@code alerts}
 * of a queue what differs there.
 */
final class AlertReader {

  private static final String SECTION = "alerts";
  private static final ValueType<Double> LIMIT =
      new ValueType<>(
          "a number from 0, which is for never",
          text -> {
            double limit = Double.parseDouble(text);
            return new Limits(limit, 0).warning();
          });
  private static final ValueType<Double> FACTOR =
      LIMIT.where("a number from 1", factor -> factor >= 1);
  private static final ValueType<Integer> COUNT = ValueType.wholeNumber(0, 1_000_000);
  private static final ValueType<Integer> VISITS = ValueType.wholeNumber(1, 1_000_000);

  private final Sources sources;

  AlertReader(Sources sources) {
    this.sources = sources;
  }

  AlertCatalog read() {
    AlertRules otherwise = rules(new At(Key.of(SECTION, ""), "", true), AlertRules.DEFAULT);
    Map<String, AlertRules> queues = new HashMap<>();
    for (String queue : sources.items(Key.QUEUES)) {
      AlertRules its = rules(new At(new Key(Key.QUEUES, queue, ""), "alerts.", false), otherwise);
      if (!its.equals(otherwise)) {
        queues.put(queue, its);
      }
    }
    return new AlertCatalog(queues, otherwise);
  }

  /**
   * Where rules are written.
   *
   * @param everyKey whether each of them has a value there, be it a default
   */
  private record At(Key key, String group, boolean everyKey) {
    Key named(String name) {
      return key.named(group + name);
    }
  }

  private AlertRules rules(At at, AlertRules otherwise) {
    return new AlertRules(
        limits(at, "serviceLevel", otherwise.serviceLevel()),
        limits(at, "longestWait", otherwise.longestWait()),
        limits(at, "waiting", otherwise.waiting()),
        limits(at, "abandonRate", otherwise.abandonRate()),
        value(at, "nobodyServing", LIMIT, otherwise.nobodyServing()),
        new Surge(
            value(at, "badScores", COUNT, otherwise.surge().least()),
            value(at, "badScoresFactor", FACTOR, otherwise.surge().factor())),
        new Guard(
            value(at, "leastVisits", VISITS, otherwise.guard().inLong()),
            value(at, "leastVisitsLately", VISITS, otherwise.guard().inShort())),
        new Calm(
            value(at, "calmShare", ValueType.SHARE, otherwise.calm().share()),
            calm(at, otherwise)));
  }

  private Duration calm(At at, AlertRules otherwise) {
    return value(at, "calm", ValueType.DURATION, otherwise.calm().least());
  }

  private Limits limits(At at, String name, Limits otherwise) {
    double warning = value(at, name + "Warning", LIMIT, otherwise.warning());
    double critical = value(at, name + "Critical", LIMIT, otherwise.critical());
    if (critical > 0 && critical < warning) {
      sources.refuse(at.named(name + "Critical"), "0, or no less than the warning's, " + warning);
      return otherwise;
    }
    return new Limits(warning, critical);
  }

  private <T> T value(At at, String name, ValueType<T> type, T otherwise) {
    Key key = at.named(name);
    return at.everyKey
        ? sources.read(key, type, otherwise)
        : sources.read(key, type).orElse(otherwise);
  }
}
