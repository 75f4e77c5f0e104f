// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.WireName;
import io.tideboard.wallboard.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/queues, viewer",
    "/api/v1/stream, viewer",
    "/api/v1/whatever-comes-next, viewer",
    "/metrics, viewer",
    "/api/v1/staffing, planner",
    "/api/v1/journeys/c-1, admin"
  })
  void everythingThatTellsFiguresNeedsARole(String path, String role) throws Exception {
    assertThat(Guard.needed(path)).isEqualTo(WireName.parse(Role.class, "role", role));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/js/main.js", "/healthz", "/readyz", "/openapi.yaml"})
  void whatTellsNoneNeedsNone(String path) {
    assertThat(Guard.needed(path)).isNull();
  }
}
