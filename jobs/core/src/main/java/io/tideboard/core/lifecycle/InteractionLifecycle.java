// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How an interaction moves on: {@code (interaction, moment) -> (interaction, facts)}.
 *
 * <p>An event may come twice, late or in any order: the result is that of the history in its order,
 * because the history is what is kept, and the facts are the difference between two pictures of it.
 */
public final class InteractionLifecycle {

  private InteractionLifecycle() {}

  /** Takes one more moment of the interaction. A moment that is already known changes nothing. */
  public static Step on(Interaction interaction, Moment moment) {
    return on(interaction, List.of(moment));
  }

  /**
   * Takes moments of the interaction that became known in that order. The facts are what they
   * changed together: of a call that began and ended among them only how it ended.
   */
  public static Step on(Interaction interaction, List<Moment> moments) {
    return between(interaction, interaction.with(moments));
  }

  /** What is another way in one than in the other, both of which are of the same contact. */
  public static Step between(Interaction interaction, Interaction next) {
    if (next == interaction) {
      return new Step(interaction, List.of());
    }
    List<Fact> facts = new ArrayList<>(2);
    revisions(interaction.visits(), next.visits(), Fact.VisitRevised::new, facts);
    revisions(interaction.legs(), next.legs(), Fact.LegRevised::new, facts);
    if (!next.tellsTheSameCourse(interaction)) {
      ContactCourse was = interaction.course();
      ContactCourse is = next.course();
      if (!Objects.equals(was, is)) {
        facts.add(new Fact.CourseRevised(was, is));
      }
    }
    revisions(interaction.scores(), next.scores(), Fact.ScoreRevised::new, facts);
    return new Step(next, facts);
  }

  private static <T> void revisions(
      List<T> before,
      List<T> after,
      BiFunction<@Nullable T, @Nullable T, Fact> revised,
      List<Fact> facts) {
    int most = Math.max(before.size(), after.size());
    for (int i = 0; i < most; i++) {
      T was = i < before.size() ? before.get(i) : null;
      T is = i < after.size() ? after.get(i) : null;
      if (was != is && (was == null || !was.equals(is))) {
        facts.add(revised.apply(was, is));
      }
    }
  }
}
