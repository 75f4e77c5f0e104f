// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.tideboard.gateway.admission.EventRecord;
import io.tideboard.gateway.spool.Spool.Batch;
import io.tideboard.gateway.spool.Spool.Sizes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A disk in memory with the directory of a spool, to be cut and copied at will. */
final class Disk {

  static final Sizes SIZES = new Sizes(1_000_000, 300);

  final Path path;

  private Disk(Path path) {
    this.path = path;
  }

  static Disk empty() {
    return ofBytes(64 * 1024 * 1024);
  }

  /** One that is full after so many bytes. */
  static Disk ofBytes(long most) {
    Configuration unix = Configuration.unix().toBuilder().setMaxSize(most).setBlockSize(64).build();
    return new Disk(Jimfs.newFileSystem(unix).getPath("/spool"));
  }

  /** As it is now, for something else to go on from. */
  Disk copy() throws IOException {
    Disk copy = empty();
    Files.createDirectories(copy.path);
    for (Path file : files()) {
      Files.copy(file, copy.path.resolve(file.getFileName().toString()));
    }
    return copy;
  }

  Spool open() throws IOException {
    return Spool.open(path, SIZES);
  }

  /** The files of records, by number. */
  List<Path> segments() throws IOException {
    return files().stream().filter(file -> Segment.numberOf(file).isPresent()).sorted().toList();
  }

  Path lastSegment() throws IOException {
    List<Path> segments = segments();
    return segments.get(segments.size() - 1);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.toList();
    }
  }

  /** A record that is told from others by its text, of some size. */
  static SpoolRecord record(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new SpoolRecord(text.length() % 2 == 0, new EventRecord(bytes, bytes));
  }

  static String text(SpoolRecord record) {
    return new String(record.event().value(), StandardCharsets.UTF_8);
  }

  /** What would be forwarded, batch after batch, without confirming any. */
  static List<String> all(Spool spool) throws IOException {
    return texts(spool.read(Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  static List<String> texts(Batch batch) {
    List<String> texts = new ArrayList<>();
    batch.records().forEach(record -> texts.add(text(record)));
    return texts;
  }
}
