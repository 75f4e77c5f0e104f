// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import static io.tideboard.wallboard.Figures.breach;
import static io.tideboard.wallboard.Figures.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BreachTableTest {

  private final BreachTable table = new BreachTable();

  @Test
  void breachesAreInOrderOfTimeAndThenOfId() throws IOException {
    table.upsert(breach("late", 9));
    table.upsert(breach("b", 1));
    table.upsert(breach("a", 1));
    assertThat(csv())
        .isEqualTo(
            """
            id,kind,interaction,queue,channel,time,waitSeconds,thresholdSeconds,promise
            a/sales/1772441981000000/breach,breach,a,sales,voice,2026-03-02T09:00:01Z,20,20,wait
            b/sales/1772441981000000/breach,breach,b,sales,voice,2026-03-02T09:00:01Z,20,20,wait
            late/sales/1772441989000000/breach,breach,late,sales,voice,2026-03-02T09:00:09Z,20,20,wait
            """);
  }

  @Test
  void aWithdrawnBreachNeverWas() throws IOException {
    table.upsert(breach("a", 1));
    table.upsert(withdrawn(breach("a", 1)));
    assertThat(csv().lines()).hasSize(1);
  }

  private String csv() throws IOException {
    StringBuilder text = new StringBuilder();
    table.writeCsv(text);
    return text.toString();
  }
}
