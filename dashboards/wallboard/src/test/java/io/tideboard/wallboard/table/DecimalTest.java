// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "100, 100",
    "12.299999999999999, 12.3",
    "0.3333333333333333, 0.333333",
    "0.0000001, 0",
    "86400.000001, 86400.000001"
  })
  void exactValuesReadExactly(double value, String text) {
    assertThat(Decimal.of(value)).isEqualTo(text);
  }
}
