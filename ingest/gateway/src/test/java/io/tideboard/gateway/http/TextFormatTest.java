// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.json.EventFormat;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {\n \"id\": \"}\",\n \"a\": {}\n}\n\n",
        "[{},\n{}]",
        "{\"quote\":\"\\\"}\\n\"}"
      })
  void oneValueIsOneValueHoweverItIsLaidOut(String text) {
    assertThat(of(text)).isEqualTo(EventFormat.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}\n{}", "{\"cut\":\n{}\n{}", "", "7\n{}", "}{\n{}", "{} x", "\"\\"})
  void anythingElseIsReadLineByLine(String text) {
    assertThat(of(text)).isEqualTo(EventFormat.NDJSON);
  }

  private static EventFormat of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return TextFormat.of(bytes, bytes.length);
  }
}
