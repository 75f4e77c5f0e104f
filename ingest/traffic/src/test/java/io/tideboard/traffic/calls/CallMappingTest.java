// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.traffic.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallMappingTest {

  private static final Path SHIPPED = Path.of("../../deploy/mappings/anonymous-bank.yaml");

  @TempDir Path directory;

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheNearestKnownOne() {
    refused("rollover: {anchor", "rolover: {anchor")
        .hasMessageContaining(
            "mapping.yaml:22: unknown key 'times.rolover', did you mean 'rollover'?");
  }

  @Test
  void anUnknownKeyOfAnEventIsNamed() {
    refused("by: customer", "buy: customer")
        .hasMessageContaining("unknown key 'outcomes.events.buy', did you mean 'by'?");
  }

  @Test
  void anUnknownTypeOfEventIsNamedWithTheNearestKnownOne() {
    refused("type: abandoned", "type: abandonned")
        .hasMessageContaining("'abandonned' in type")
        .hasMessageContaining("did you mean 'abandoned'?");
  }

  @Test
  void aZoneThatIsNoneIsShown() {
    refused("Asia/Jerusalem", "Asia/Nowhere").hasMessageContaining("Asia/Nowhere");
  }

  @Test
  void aPatternThatIsNoneIsShown() {
    refused("format: H:mm:ss", "format: bogus")
        .hasMessageContaining("'bogus': expected a pattern such as H:mm:ss");
  }

  @Test
  void aTemplateWithALonelyBraceIsShown() {
    refused("\"{type}\"", "\"{type\"").hasMessageContaining("'{type' has a lonely brace");
  }

  @Test
  void aMissingKeyIsNamed() {
    refused("source: anonymous-bank", "").hasMessageContaining("nothing in source");
  }

  private AbstractThrowableAssert<?, ?> refused(String from, String to) {
    return assertThatThrownBy(() -> CallMapping.read(changed(from, to)))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("mapping.yaml");
  }

  private Path changed(String from, String to) throws IOException {
    Path file = directory.resolve("mapping.yaml");
    Files.writeString(file, Files.readString(SHIPPED).replace(from, to));
    return file;
  }
}
