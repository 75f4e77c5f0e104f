// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHashTest {

  /** {@code printf value | sha256sum}. */
  private static final String HASH =
      "sha256:cd42404d52ad55ccfa9aca4adc828aa5800ad9d385a0671fbcbf724118320619";

  @Test
  void aKeyHashesToWhatOtherToolsSay() {
    assertThat(KeyHash.of("value").text()).isEqualTo(HASH);
  }

  @Test
  void aWrittenHashIsTheOneOfItsKey() {
    assertThat(KeyHash.parse(HASH)).isEqualTo(KeyHash.of("value"));
    assertThat(KeyHash.parse(HASH)).isNotEqualTo(KeyHash.of("Value"));
  }

  @Test
  void aHashIsNotShown() {
    assertThat(KeyHash.of("value")).hasToString("sha256:(hidden)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "value", "sha256:", "sha256:cd42", "sha512:cd42"})
  void whatIsNoHashIsRefusedAndNotShown(String text) {
    assertThatThrownBy(() -> KeyHash.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected sha256: and 64 hexadecimal digits");
  }
}
