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

  /** The expiries before and after a moment, as far as the next news. */
  static List<Moment> around(Moment moment, Interaction interaction, long limit) {
    if (!moment.isNews()) {
      return before(moment, interaction, limit);
    }
    if (interaction.lastMoment() - limit <= firstNews(interaction)) {
      return List.of();
    }
    List<Moment> expiries = new ArrayList<>(2);
    long before = interaction.newsBefore(moment.at());
    if (before != Long.MIN_VALUE && moment.at() - before > limit) {
      expiries.add(Moment.expired(before + limit, before));
    }
    long after = interaction.newsAfter(moment.at());
    long next = after == QueueVisit.OPEN ? interaction.lastMoment() : after;
    if (next - moment.at() > limit) {
      expiries.add(Moment.expired(moment.at() + limit, moment.at()));
    }
    return expiries;
  }

  /** Whoever had been silent for too long was lost before anybody said so. */
  private static List<Moment> before(Moment repair, Interaction interaction, long limit) {
    long before = interaction.newsBefore(repair.at());
    return before != Long.MIN_VALUE && repair.at() - before > limit
        ? List.of(Moment.expired(before + limit, before))
        : List.of();
  }

  private static long firstNews(Interaction interaction) {
    return interaction.newsAfter(Long.MIN_VALUE);
  }
}
