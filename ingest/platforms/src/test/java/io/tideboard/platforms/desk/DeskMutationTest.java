// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever a desk sends, it is translated or refused, and always in the same way. */
class DeskMutationTest {

  @Provide
  Arbitrary<DeskFixture> fixtures() {
    return Arbitraries.of(DeskFixture.all());
  }

  @Example
  void everyFixtureIsTranslatedAsItStands() {
    for (DeskFixture fixture : DeskFixture.all()) {
      assertThat(AnyDelivery.translated(fixture.platform(), fixture.body()).refused())
          .as(fixture.name())
          .isEmpty();
    }
  }

  @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
  void aPayloadWithAnyMembersChangedIsTranslatedOrRefused(
      @ForAll("fixtures") DeskFixture fixture, @ForAll Random random) {
    AnyDelivery.isTranslatedOrRefused(
        fixture.platform(), Mutation.ofMembers(fixture.body(), random));
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void aPayloadWithAnyBytesChangedIsTranslatedOrRefused(
      @ForAll("fixtures") DeskFixture fixture, @ForAll Random random) {
    AnyDelivery.isTranslatedOrRefused(fixture.platform(), Mutation.ofBytes(fixture.body(), random));
  }

  @Property(tries = 1000)
  void anyBytesAreTranslatedOrRefused(
      @ForAll("fixtures") DeskFixture fixture, @ForAll @Size(max = 200) byte[] body) {
    AnyDelivery.isTranslatedOrRefused(fixture.platform(), body);
  }
}
