// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

  private final Pseudonyms pseudonyms = new Pseudonyms(key("the first installation"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+49301234567",
        "0049301234567",
        "+49 30 1234567",
        "+49 (0)30 123-45-67",
        "00 49 (30) 123/4567",
        "+49.30.1234567",
        " +49\u00a030\u00a01234567 "
      })
  void aNumberHasOneFormHoweverItIsWritten(String written) {
    assertThat(Pseudonyms.normalised(written)).isEqualTo("+49301234567");
  }

  @ParameterizedTest
  @CsvSource({
    "Erika@Example.ORG, erika@example.org",
    "030 1234567, 0301234567",
    "CRM-4711, CRM-4711",
    "4711, 4711",
    "0012, 0012",
    "12345678901234567890, 12345678901234567890",
    "+, +"
  })
  void otherKeysAreLeftAsTheyAreButForTheCaseOfAddresses(String written, String normalised) {
    assertThat(Pseudonyms.normalised(written)).isEqualTo(normalised);
  }

  @Test
  void aPseudonymIsAKeyedHashOfKnownValue() {
    // echo -n +49301234567 | openssl dgst -sha256 -hmac 'the first installation' -binary | base64 |
    // tr +/ -_
    assertThat(pseudonyms.of("0049 30 1234567"))
        .isEqualTo("23Y9NphnspdcgBYwEmPFZ-0Iy7wBg8aJgDEhBplsh9Q");
  }

  @Test
  void anotherInstallationHasOtherPseudonyms() {
    Pseudonyms others = new Pseudonyms(key("the second installation"));
    assertThat(others.of("+49301234567")).isNotEqualTo(pseudonyms.of("+49301234567"));
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new Pseudonyms(key("too short")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9 bytes")
        .hasMessageContaining("at least 16");
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
