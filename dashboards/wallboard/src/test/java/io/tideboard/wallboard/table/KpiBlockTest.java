// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tideboard.core.tally.Kpi;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KpiBlockTest {

  @Test
  void everyIndicatorIsToldOnceUnderItsName() {
    assertThat(KpiBlock.names()).doesNotHaveDuplicates();
    for (Kpi kpi : Kpi.values()) {
      assertThat(KpiBlock.names()).contains(kpi.wire());
    }
  }

  @Test
  void theDescriptionOfTheApiNamesEveryIndicatorInItsOrder() throws IOException {
    try (InputStream in =
        KpiBlock.class.getResourceAsStream("/io/tideboard/wallboard/page/openapi.yaml")) {
      JsonNode kpis = new YAMLMapper().readTree(in).at("/components/schemas/Kpis/properties");
      List<String> described = new ArrayList<>();
      kpis.fieldNames().forEachRemaining(described::add);
      assertThat(described).isEqualTo(KpiBlock.names());
    }
  }
}
