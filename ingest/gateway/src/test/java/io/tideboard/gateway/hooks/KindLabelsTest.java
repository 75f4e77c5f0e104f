// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindLabelsTest {

  private final KindLabels labels = new KindLabels();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AMD_DISABLED",
        "flow.start",
        "v2.users.{id}",
        "conversation.admin.closed",
        "task-queue.entered",
        "Amazon Connect Contact Event"
      })
  void whatLooksLikeAKindIsOne(String kind) {
    assertThat(labels.label("x", kind)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+4930555",
        "tel:4930555",
        "call 49 30 55",
        "eva@example.org",
        "kind\nwith lines",
        "Ein Prüfer"
      })
  void whatMightBeACustomerIsNone(String kind) {
    assertThat(labels.label("x", kind)).isEqualTo(KindLabels.OTHER);
  }

  @Test
  void aPlatformHasAHundredKindsAtMost() {
    for (int i = 0; i < 100; i++) {
      assertThat(labels.label("x", "kind" + i)).isEqualTo("kind" + i);
    }
    assertThat(labels.label("x", "kind100")).isEqualTo(KindLabels.OTHER);
    assertThat(labels.label("x", "kind7")).isEqualTo("kind7");
    assertThat(labels.label("y", "kind100")).isEqualTo("kind100");
  }
}
