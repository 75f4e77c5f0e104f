// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * The files of one embedded broker: a directory {@code kafka} of our own inside the given one, so
 * that deleting it can never take anybody else's files along.
 */
final class DataDirectory {

  private final Path root;
  private final boolean madeHere;

  private DataDirectory(Path root, boolean madeHere) {
    this.root = root;
    this.madeHere = madeHere;
  }

  static DataDirectory at(@Nullable Path given) throws IOException {
    DataDirectory directory =
        given == null
            ? new DataDirectory(Files.createTempDirectory("tideboard-kafka"), true)
            : new DataDirectory(given, false);
    Files.createDirectories(directory.log());
    return directory;
  }

  Path root() {
    return root;
  }

  Path log() {
    return root.resolve("kafka");
  }

  /** Formats the directory, unless an earlier start has done so. */
  void format() {
    if (Files.exists(log().resolve("meta.properties"))) {
      return;
    }
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerConfig.NODE)
          .setControllerListenerName(BrokerConfig.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(log().toString())
          .addDirectory(log().toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .run();
    } catch (Exception e) {
      throw new IllegalStateException(
          log() + " cannot be formatted as the broker's data directory", e);
    }
  }

  void delete() {
    try {
      Files.walkFileTree(madeHere ? root : log(), new Deletion());
    } catch (NoSuchFileException e) {
      return; // somebody has tidied up before us
    } catch (IOException e) {
      throw new UncheckedIOException(root + " cannot be deleted", e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
