// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QueueTallyTest {

  @Provide
  Arbitrary<QueueTally> tallies() {
    Arbitrary<Map<Measure, Long>> sums =
        Arbitraries.maps(
            Arbitraries.of(Measure.class), Arbitraries.longs().between(-1_000_000, 1_000_000));
    Arbitrary<Map<Long, Long>> waits =
        Arbitraries.maps(
                Arbitraries.longs().between(0, 3_600_000_000L), Arbitraries.longs().between(1, 9))
            .ofMaxSize(12);
    return sums.flatMap(
        counts ->
            waits.map(
                waited -> {
                  QueueTally tally = new QueueTally();
                  counts.forEach(tally::add);
                  waited.forEach(
                      (wait, times) ->
                          tally.add(
                              Sample.values()[(int) (wait % Sample.values().length)], wait, times));
                  return tally;
                }));
  }

  @Property(tries = 200)
  void talliesAddUpInAnyOrder(
      @ForAll("tallies") QueueTally a,
      @ForAll("tallies") QueueTally b,
      @ForAll("tallies") QueueTally c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
  }

  @Property(tries = 200)
  void whatWasAddedCanBeTakenBack(
      @ForAll("tallies") QueueTally a, @ForAll("tallies") QueueTally b) {
    QueueTally sum = a.plus(b);
    sum.add(b, -1);
    assertThat(sum).isEqualTo(a);
    assertThat(sum).hasSameHashCodeAs(a);
    sum.add(a, -1);
    assertThat(sum.isEmpty()).isTrue();
  }

  @Property(tries = 200)
  void copyGoesItsOwnWay(@ForAll("tallies") QueueTally tally) {
    QueueTally copy = tally.copy();
    copy.add(Measure.OFFERED, 1);
    assertThat(copy).isNotEqualTo(tally);
    assertThat(copy.get(Measure.OFFERED)).isEqualTo(tally.get(Measure.OFFERED) + 1);
  }

  @Property(tries = 200)
  void everyTallyIsReadBack(@ForAll("tallies") QueueTally tally) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(QueueTally.read(in)).isEqualTo(tally);
    assertThat(in.available()).isZero();
  }

  @Example
  void tellsWhatIsNotZero() {
    QueueTally tally = new QueueTally();
    tally.add(Measure.OFFERED, 3);
    assertThat(tally).hasToString("{offered=3 }");
  }
}
