// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of a spool, held by one process at a time. */
final class SpoolDirectory implements Closeable {

  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  private SpoolDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Takes the directory, made where there is none. */
  static SpoolDirectory open(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel lock =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(lock) == null) {
      lock.close();
      throw new IOException(path + " is the spool of a gateway that runs: expected one of its own");
    }
    return new SpoolDirectory(path, lock);
  }

  Path path() {
    return path;
  }

  /** The numbers of the files of records. */
  SortedSet<Long> segments() throws IOException {
    SortedSet<Long> numbers = new TreeSet<>();
    try (Stream<Path> files = Files.list(path)) {
      files.map(Segment::numberOf).flatMapToLong(OptionalLong::stream).forEach(numbers::add);
    }
    return numbers;
  }

  /** Makes sure that files just made are found again, where the system offers that. */
  void sync() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOffered) {
      return; // where a directory cannot be opened there is nothing to be done
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }
}
