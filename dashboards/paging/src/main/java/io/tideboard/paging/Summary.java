// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.Symptom;
import java.util.Locale;

/** An episode in one line, for people. */
final class Summary {

  private Summary() {}

  static String of(AlertEpisode episode) {
    String where =
        episode.origin().queue().isEmpty() ? "Tideboard" : "Queue " + episode.origin().queue();
    if (!episode.origin().channel().equals("*")) {
      where += " (" + episode.origin().channel() + ")";
    }
    return where + ": " + of(episode.symptoms().get(0));
  }

  private static String of(Symptom symptom) {
    return switch (symptom.kind()) {
      case SERVICE_LEVEL -> percent(symptom.value()) + " of contacts are not served in time";
      case LONGEST_WAIT -> "a contact has waited " + seconds(symptom.value());
      case WAITING -> number(symptom.value()) + " contacts wait";
      case ABANDON_RATE -> percent(symptom.value()) + " of contacts give up";
      case NOBODY_SERVING -> "nobody serves, and a contact has waited " + seconds(symptom.value());
      case NEGATIVE_CONTACTS -> number(symptom.value()) + " bad scores in 15 minutes";
      case DATA_STALE -> "no figures for " + seconds(symptom.value());
    };
  }

  private static String percent(double share) {
    return number(100 * share) + " %";
  }

  private static String seconds(double seconds) {
    return number(seconds) + " s";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  /** The name under which Alertmanager knows a rule. */
  static String name(AlertKind kind) {
    StringBuilder name = new StringBuilder("Tideboard");
    for (String word : kind.wire().split("_", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }
}
