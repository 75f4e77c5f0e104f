// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionFileTest {

  @TempDir Path directory;

  @Test
  void theLastPositionIsFoundAgain() throws IOException {
    for (long offset = 8; offset < 100; offset++) {
      Position position = new Position(1 + offset / 40, offset);
      try (PositionFile file = PositionFile.open(directory)) {
        file.write(position);
      }
      assertThat(read()).isEqualTo(position);
    }
  }

  @Test
  void aNewFileHasNone() throws IOException {
    assertThat(read()).isNull();
  }

  /** A write that was torn leaves the one before; never a later one, which would lose records. */
  @Test
  void whicheverByteWasNotWrittenThePositionBeforeHolds() throws IOException {
    try (PositionFile file = PositionFile.open(directory)) {
      file.write(new Position(1, 100));
      file.write(new Position(1, 200));
      file.write(new Position(2, 50));
    }
    Path path = directory.resolve(PositionFile.NAME);
    byte[] good = Files.readAllBytes(path);
    for (int i = 0; i < good.length; i++) {
      byte[] bytes = good.clone();
      bytes[i] ^= 0x55;
      Files.write(path, bytes);
      assertThat(read()).isIn(new Position(1, 200), new Position(2, 50));
    }
    for (int size = 0; size < good.length; size++) {
      Files.write(path, Arrays.copyOf(good, size));
      assertThat(read()).isIn(null, new Position(1, 200), new Position(2, 50));
    }
  }

  private Position read() throws IOException {
    try (PositionFile file = PositionFile.open(directory)) {
      return file.forwarded();
    }
  }
}
