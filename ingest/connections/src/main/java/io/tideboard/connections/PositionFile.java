// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a position on disk: the old one or the new one, whenever the power fails. */
final class PositionFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  PositionFile(Path file) {
    this.file = file;
  }

  /**
   * The position that was kept; null when none was.
   *
   * @throws IOException when there is one that cannot be read
   */
  @Nullable Position read() throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file), Position.class);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  void write(Position position) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(position));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    try {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException(file + " cannot be replaced at once: expected a local disk", e);
    }
  }
}
