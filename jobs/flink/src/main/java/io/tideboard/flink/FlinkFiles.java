// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.util.FileUtils;

/**
 * A directory for all that Flink unpacks, uploads and spills. Left to itself it uses the system's
 * temporary directory and leaves some of that behind.
 */
public final class FlinkFiles implements AutoCloseable {

  private final Path directory;

  private FlinkFiles(Path directory) {
    this.directory = directory;
  }

  /** In a new temporary directory. */
  public static FlinkFiles temporary() {
    try {
      return new FlinkFiles(Files.createTempDirectory("tideboard-flink-"));
    } catch (IOException e) {
      throw new UncheckedIOException("Flink gets no temporary directory: " + e.getMessage(), e);
    }
  }

  /** In that directory, made when absent; what an earlier run left there goes. */
  static FlinkFiles in(Path directory) {
    FlinkFiles files = new FlinkFiles(directory);
    files.close();
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot hold Flink's files", e);
    }
    return files;
  }

  /** Where they are. */
  public Path directory() {
    return directory;
  }

  /** What tells Flink so. */
  public Configuration settings() {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.TMP_DIRS, directory.toString());
    settings.set(WebOptions.TMP_DIR, directory.toString());
    return settings;
  }

  /** Deletes them, also while Flink does so itself. */
  @Override
  public void close() {
    try {
      FileUtils.deleteDirectory(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be deleted", e);
    }
  }
}
