// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.created;
import static io.tideboard.core.lifecycle.Moments.ended;
import static io.tideboard.core.lifecycle.Moments.held;
import static io.tideboard.core.lifecycle.Moments.queued;
import static io.tideboard.core.lifecycle.Moments.resumed;
import static io.tideboard.core.lifecycle.Moments.transferred;
import static io.tideboard.core.lifecycle.Moments.wrappedUp;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyOrderOfArrivalTest {

  private static final List<Moment> HISTORY =
      List.of(
          created(0, "voice"),
          queued(5, "sales"),
          queued(5, "billing"),
          answered(20, "ada"),
          held(30),
          resumed(40),
          transferred(60, "billing", null),
          answered(70, "ben"),
          ended(130),
          wrappedUp(150, "ben"));

  @Provide
  Arbitrary<List<Moment>> arrivals() {
    List<Moment> twice = new ArrayList<>(HISTORY);
    twice.addAll(HISTORY.subList(2, 8));
    return Arbitraries.shuffle(twice);
  }

  @Property(tries = 300)
  void everyOrderGivesTheSameVisitsAndLegs(@ForAll("arrivals") List<Moment> arrivals) {
    Interaction inOrder = Interaction.of(HISTORY, Messages.NONE);
    Interaction arrived = Moments.after(arrivals.toArray(Moment[]::new));
    assertThat(arrived.visits()).isEqualTo(inOrder.visits());
    assertThat(arrived.legs()).isEqualTo(inOrder.legs());
    assertThat(arrived.history()).isEqualTo(inOrder.history());
    assertThat(arrived.latest()).isEqualTo(Moments.at(150));
  }

  @Property(tries = 300)
  void factsAddUpToWhatIsInTheEnd(@ForAll("arrivals") List<Moment> arrivals) {
    List<Object> sum = new ArrayList<>();
    Interaction interaction = Interaction.UNKNOWN;
    for (Moment moment : arrivals) {
      Step step = InteractionLifecycle.on(interaction, moment);
      interaction = step.interaction();
      step.facts().forEach(fact -> add(fact, sum));
    }
    List<Object> all = new ArrayList<>(interaction.visits());
    all.addAll(interaction.legs());
    all.add(interaction.course());
    assertThat(sum).containsExactlyInAnyOrderElementsOf(all);
  }

  @Property(tries = 300)
  void severalMomentsAtOnceComeToTheSameAsOneByOne(
      @ForAll("arrivals") List<Moment> arrivals, @ForAll Random random) {
    List<Object> sum = new ArrayList<>();
    Interaction together = Interaction.UNKNOWN;
    for (int from = 0; from < arrivals.size(); ) {
      int to = Math.min(arrivals.size(), from + 1 + random.nextInt(8));
      Step step = InteractionLifecycle.on(together, arrivals.subList(from, to));
      together = step.interaction();
      step.facts().forEach(fact -> add(fact, sum));
      from = to;
    }
    Interaction oneByOne = Moments.after(arrivals.toArray(Moment[]::new));
    assertThat(together.history()).isEqualTo(oneByOne.history());
    assertThat(together.visits()).isEqualTo(oneByOne.visits());
    assertThat(together.legs()).isEqualTo(oneByOne.legs());
    assertThat(together.course()).isEqualTo(oneByOne.course());
    List<Object> all = new ArrayList<>(together.visits());
    all.addAll(together.legs());
    all.add(together.course());
    assertThat(sum).containsExactlyInAnyOrderElementsOf(all);
  }

  private static void add(Fact fact, List<Object> sum) {
    Placed before = fact.before();
    Placed after = fact.after();
    if (before != null) {
      assertThat(sum.remove(before)).as("takes back what was told: %s", before).isTrue();
    }
    if (after != null) {
      sum.add(after);
    }
  }
}
