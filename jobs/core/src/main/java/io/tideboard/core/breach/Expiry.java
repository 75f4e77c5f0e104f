// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.QueueVisit;
import java.util.ArrayList;
import java.util.List;

/**
 * Silence between two news that lasted longer than any visit. It must not matter whether anybody
 * noticed the silence while it lasted, or only learns of it from the news at both its ends.
 */
final class Expiry {

  private Expiry() {}

  /** The expiries before and after each of the moments, as far as the next news. */
  static List<Moment> around(List<Moment> moments, Interaction interaction, long limit) {
    if (interaction.lastMoment() - limit <= firstNews(interaction)) {
      return List.of();
    }
    List<Moment> expiries = new ArrayList<>(2);
    for (Moment moment : moments) {
      before(moment, interaction, limit, expiries);
      if (moment.isNews()) {
        after(moment, interaction, limit, expiries);
      }
    }
    return expiries;
  }

  private static void before(
      Moment moment, Interaction interaction, long limit, List<Moment> expiries) {
    long before = interaction.newsBefore(moment.at());
    if (before != Long.MIN_VALUE && moment.at() - before > limit) {
      expiries.add(Moment.expired(before + limit, before));
    }
  }

  private static void after(
      Moment moment, Interaction interaction, long limit, List<Moment> expiries) {
    long after = interaction.newsAfter(moment.at());
    // Whoever had been silent for too long was lost before anybody said so.
    long next = after == QueueVisit.OPEN ? interaction.lastMoment() : after;
    if (next - moment.at() > limit) {
      expiries.add(Moment.expired(moment.at() + limit, moment.at()));
    }
  }

  private static long firstNews(Interaction interaction) {
    return interaction.newsAfter(Long.MIN_VALUE);
  }
}
