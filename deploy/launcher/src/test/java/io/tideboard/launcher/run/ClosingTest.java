// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

  private final List<String> closed = new ArrayList<>();
  private final Closing closing = new Closing();

  @Test
  void theLastStartedIsClosedFirst() {
    closing.take("a", part("a"));
    closing.take("b", part("b"));
    closing.close();
    assertThat(closed).containsExactly("b", "a");
  }

  @Test
  void whatIsTakenAgainIsClosedBeforeWhatWasTakenInBetween() {
    AutoCloseable first = closing.take("a", part("a"));
    closing.take("b", part("b"));
    closing.take("a", first);
    closing.close();
    assertThat(closed).containsExactly("a", "b");
  }

  @Test
  void onePartThatFailsToCloseDoesNotKeepTheOthers() {
    closing.take("a", part("a"));
    closing.take(
        "b",
        () -> {
          throw new IllegalStateException("stuck");
        });
    closing.close();
    assertThat(closed).containsExactly("a");
  }

  @Test
  void whatStartsAfterTheEndIsClosedAtOnce() {
    closing.close();
    closing.take("late", part("late"));
    assertThat(closed).containsExactly("late");
  }

  private AutoCloseable part(String name) {
    return () -> closed.add(name);
  }
}
