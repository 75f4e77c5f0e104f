// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentsTest {

  private final Comments kept = new Comments(true);

  @ParameterizedTest
  @CsvSource({
    "call me on +49 30 7654321 please, call me on +(number) please",
    "(030) 765-43 21, ((number)",
    "my number is 0301234567., my number is (number).",
    "mail Erika.M@example.org today, mail (address) today",
    "<erika@example.org>, <(address)>",
    "order 4711 came in 2 days, order 4711 came in 2 days",
    "10 out of 10, 10 out of 10",
    "١٢٣٤٥٦٧, (number)"
  })
  void numbersAndAddressesAreMasked(String comment, String masked) {
    assertThat(kept.of(comment)).isEqualTo(masked);
  }

  @Test
  void withoutBeingConfiguredNoCommentIsKept() {
    assertThat(new Comments(false).of("very friendly")).isNull();
    assertThat(kept.of(null)).isNull();
  }

  @Test
  void theLongestCommentIsMaskedInNoTime() {
    assertThat(kept.of("1 ".repeat(2048))).isEqualTo("(number) ");
    assertThat(kept.of("1 a".repeat(1000))).hasSize(3000);
    assertThat(kept.of("x".repeat(4096))).hasSize(4096);
    assertThat(kept.of("@".repeat(4096))).hasSize(4096);
  }
}
