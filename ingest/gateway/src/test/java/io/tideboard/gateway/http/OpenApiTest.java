// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.EventType;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {

  @Test
  void theClosedListOfCodesIsWhatTheGatewayAnswers() throws IOException {
    List<String> codes =
        Stream.<WireName>concat(
                Arrays.stream(ErrorCode.values()), Arrays.stream(RequestError.values()))
            .map(WireName::wire)
            .toList();
    assertThat(listAfter("    Code:")).containsExactlyElementsOf(codes);
  }

  @Test
  void everyTypeOfEventIsNamed() throws IOException {
    assertThat(listAfter("        type:"))
        .containsExactlyElementsOf(Arrays.stream(EventType.values()).map(EventType::wire).toList());
  }

  /** The items of the first enumeration after that line. */
  private static List<String> listAfter(String heading) throws IOException {
    List<String> lines;
    try (InputStream file =
        OpenApiTest.class.getResourceAsStream("/io/tideboard/gateway/openapi.yaml")) {
      lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    return lines.subList(lines.indexOf(heading), lines.size()).stream()
        .dropWhile(line -> !line.strip().equals("enum:"))
        .skip(1)
        .takeWhile(line -> line.strip().startsWith("- "))
        .map(line -> line.strip().substring(2))
        .toList();
  }
}
