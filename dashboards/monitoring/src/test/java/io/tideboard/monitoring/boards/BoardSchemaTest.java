// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parts of Grafana's dashboard model that are used here, each as Grafana has it. */
class BoardSchemaTest {

  @Test
  void everyBoardHasTheShapeThatGrafanaImports() throws Exception {
    Schema schema = schema();
    for (Map.Entry<String, String> file : BoardFiles.all().entrySet()) {
      assertThat(schema.validate(file.getValue(), InputFormat.JSON)).as(file.getKey()).isEmpty();
    }
  }

  @Test
  void aMisspeltFieldIsFound() throws Exception {
    String board = BoardFiles.all().values().iterator().next();
    assertThat(
            schema().validate(board.replace("\"gridPos\"", "\"gridPosition\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate(board.replace("\"lineWidth\"", "\"lineWith\""), InputFormat.JSON))
        .isNotEmpty();
  }

  private static Schema schema() throws Exception {
    try (InputStream in = BoardSchemaTest.class.getResourceAsStream("/board.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
  }
}
