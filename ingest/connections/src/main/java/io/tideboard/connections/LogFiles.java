// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a log: the present one and those that rotation has put beside it, whose names begin
 * with its name. Packed ones cannot be read.
 */
final class LogFiles {

  private final Path present;
  private final Path notOne;

  /**
   * The files of that log.
   *
   * @param notOne a file that may lie among them, and is none of them
   */
  LogFiles(Path present, Path notOne) {
    this.present = present;
    this.notOne = notOne.toAbsolutePath();
  }

  /**
   * What is to be read to go on from a position, the first file from its offset and the others from
   * their beginnings: the file that was being read, wherever it is now, those that were rotated
   * after it, and the present one. Only the present one when the file is nowhere.
   */
  ArrayDeque<Path> from(Position position) throws IOException {
    ArrayDeque<Path> files = new ArrayDeque<>();
    if (Files.exists(present) && is(present, position)) {
      files.add(present);
      return files;
    }
    Path rotated = rotated(position);
    if (rotated != null) {
      files.add(rotated);
      files.addAll(after(rotated));
    }
    files.add(present);
    return files;
  }

  /** The files that were rotated after that one, in the order in which they were written. */
  List<Path> after(Path rotated) throws IOException {
    FileTime written = Files.getLastModifiedTime(rotated);
    List<Path> later = new ArrayList<>();
    for (Path file : beside()) {
      if (!file.equals(rotated) && Files.getLastModifiedTime(file).compareTo(written) > 0) {
        later.add(file);
      }
    }
    return later;
  }

  /** Where the file of that position was put; null when it is nowhere. */
  @Nullable Path rotated(Position position) throws IOException {
    for (Path file : beside()) {
      if (is(file, position)) {
        return file;
      }
    }
    return null;
  }

  /**
   * Files that rotation has put beside the present one, in the order in which they were written.
   */
  private List<Path> beside() throws IOException {
    Path directory = present.toAbsolutePath().getParent();
    String name = present.getFileName().toString();
    List<Path> files = new ArrayList<>();
    if (directory == null) {
      return files;
    }
    try (Stream<Path> all = Files.list(directory)) {
      all.filter(file -> isRotated(file.getFileName().toString(), name))
          .filter(file -> !file.toAbsolutePath().equals(notOne))
          .filter(Files::isRegularFile)
          .forEach(files::add);
    }
    files.sort(Comparator.comparing(LogFiles::written).thenComparing(Comparator.naturalOrder()));
    return files;
  }

  private static boolean isRotated(String file, String name) {
    return (file.startsWith(name + ".") || file.startsWith(name + "-"))
        && !file.matches(".*\\.(gz|bz2|xz|zst|new)");
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** By its beginning; a file of which nothing was read yet has none, and is known by its place. */
  static boolean is(Path file, Position position) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < position.offset()) {
        return false;
      }
      return position.file().length() == 0
          ? OpenLog.inode(file).equals(position.inode())
          : position.file().isOf(channel);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
