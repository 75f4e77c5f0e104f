// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.json.EventFormat;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCountTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0060',
      delimiter = '|',
      value = {
        "[{},{},{}]|3",
        "[{\"a\":[1,2],\"b\":{\"c\":1,\"d\":2}},{}]|2",
        "[{\"a\":\",,\\\",,\"},7,\"x,y\"]|3",
        "{}|1",
        "[1,1,1,1|4"
      })
  void elementsOfTheOutermostArrayAreCounted(String body, int events) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(EventCount.of(EventFormat.JSON, bytes, bytes.length)).isEqualTo(events);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "1, 1"})
  void linesAreCounted(int lines, int events) {
    byte[] bytes = "{},{}\n".repeat(lines - 1).concat("{}").getBytes(StandardCharsets.UTF_8);
    assertThat(EventCount.of(EventFormat.NDJSON, bytes, bytes.length)).isEqualTo(events);
  }
}
