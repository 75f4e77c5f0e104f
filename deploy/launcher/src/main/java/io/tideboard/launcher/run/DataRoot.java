// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.traffic.BadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The directory of everything that is written to disk: the user's own, or a temporary one. */
final class DataRoot implements AutoCloseable {

  private final Path directory;
  private final boolean keep;

  private DataRoot(Path directory, boolean keep) {
    this.directory = directory;
    this.keep = keep;
  }

  /**
   * Makes the directory where it is not there yet.
   *
   * @throws CommandFailed when that is impossible
   */
  static DataRoot open(TideboardConfig.Embedded config) {
    Path chosen = config.dataDir();
    try {
      if (chosen == null) {
        return new DataRoot(Files.createTempDirectory("tideboard-"), config.keepData());
      }
      Files.createDirectories(chosen);
      return new DataRoot(chosen.toAbsolutePath(), true);
    } catch (IOException e) {
      throw CommandFailed.because(
          "'"
              + chosen
              + "' cannot hold the data ("
              + BadFile.reason(e)
              + "): choose another with --data-dir");
    }
  }

  Path directory() {
    return directory;
  }

  boolean isKept() {
    return keep;
  }

  /** Deletes everything, unless it is to be kept. */
  @Override
  public void close() {
    if (keep) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be deleted", e);
    }
  }
}
