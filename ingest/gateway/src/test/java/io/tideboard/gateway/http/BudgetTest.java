// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {

  private final Budget budget = new Budget(100);

  @Test
  void whatIsPromisedIsNotThereForOthersUntilItIsReleased() {
    assertThat(budget.promise(60)).isTrue();
    assertThat(budget.take(50)).isFalse();
    assertThat(budget.taken()).isZero();
    budget.release(60);
    assertThat(budget.take(50)).isTrue();
  }

  @Test
  void moreThanIsLeftIsPromisedOnlyOnce() {
    assertThat(budget.promise(250)).isTrue();
    assertThat(budget.promise(1)).isFalse();
    budget.release(250);
    assertThat(budget.promise(1)).isTrue();
  }
}
