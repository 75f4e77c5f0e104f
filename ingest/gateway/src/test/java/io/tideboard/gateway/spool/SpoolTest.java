// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.gateway.spool.Spool.Batch;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpoolTest {

  @Test
  void whatWasSyncedComesOutInOrderAlsoAfterANewStart() throws IOException {
    Disk disk = Disk.empty();
    List<String> put;
    try (Spool spool = disk.open()) {
      put = put(spool, "first", 30);
      assertThat(Disk.all(spool)).isEqualTo(put);
      assertThat(spool.waiting()).isEqualTo(30);
    }
    assertThat(disk.segments()).hasSizeGreaterThan(3);
    try (Spool spool = disk.open()) {
      assertThat(Disk.all(spool)).isEqualTo(put);
      assertThat(spool.waiting()).isEqualTo(30);
      put.addAll(put(spool, "second", 5));
      assertThat(Disk.all(spool)).isEqualTo(put);
    }
  }

  @Test
  void whatIsNotSyncedIsNotRead() throws IOException {
    try (Spool spool = Disk.empty().open()) {
      spool.append(Disk.record("not yet"));
      assertThat(Disk.all(spool)).isEmpty();
      spool.sync();
      assertThat(Disk.all(spool)).containsExactly("not yet");
    }
  }

  @Test
  void whatWasConfirmedIsNotReadAgainAndItsFilesAreDeleted() throws IOException {
    Disk disk = Disk.empty();
    List<String> put;
    try (Spool spool = disk.open()) {
      put = put(spool, "r", 30);
      long before = spool.diskBytes();
      Batch batch = spool.read(20, Integer.MAX_VALUE);
      spool.confirm(batch);
      assertThat(Disk.texts(batch)).isEqualTo(put.subList(0, 20));
      assertThat(Disk.all(spool)).isEqualTo(put.subList(20, 30));
      assertThat(spool.waiting()).isEqualTo(10);
      assertThat(spool.diskBytes()).isLessThan(before);
    }
    try (Spool spool = disk.open()) {
      assertThat(Disk.all(spool)).isEqualTo(put.subList(20, 30));
      spool.confirm(spool.read(100, Integer.MAX_VALUE));
      assertThat(disk.segments()).hasSize(1);
      assertThat(spool.waiting()).isZero();
      assertThat(Disk.all(spool)).isEmpty();
    }
  }

  @Test
  void recordsOfAnySizeComeOutWhole() throws IOException {
    Disk disk = Disk.empty();
    try (Spool spool = Spool.open(disk.path, new Spool.Sizes(64_000_000, 1_000_000))) {
      List<String> put = new ArrayList<>();
      for (int size = 1; size < 800_000; size = size * 3 + 1) {
        put.add("x".repeat(size));
        spool.append(Disk.record("x".repeat(size)));
      }
      spool.sync();
      assertThat(Disk.all(spool)).isEqualTo(put);
    }
  }

  /** As a process that ends while it writes leaves it: whatever it is that was written last. */
  @Test
  void whereverTheLastFileIsCutTheWholeRecordsBeforeAreThere() throws IOException {
    Disk disk = Disk.empty();
    List<String> put;
    try (Spool spool = disk.open()) {
      put = put(spool, "r", 23);
    }
    long size = Files.size(disk.lastSegment());
    List<Long> ends = endsOfRecords(disk);
    int before = put.size() - ends.size();
    for (long cut = 0; cut <= size; cut++) {
      Disk copy = disk.copy();
      try (FileChannel file = FileChannel.open(copy.lastSegment(), StandardOpenOption.WRITE)) {
        file.truncate(cut);
      }
      long at = cut;
      int whole = before + (int) ends.stream().filter(end -> end <= at).count();
      goesOnFrom(copy, put.subList(0, whole));
    }
  }

  /** As a file system leaves it that had made room, but not written everything. */
  @Test
  void whicheverByteOfTheLastRecordsIsAnotherTheyAreNotRead() throws IOException {
    Disk disk = Disk.empty();
    List<String> put;
    try (Spool spool = disk.open()) {
      put = put(spool, "r", 23);
    }
    byte[] good = Files.readAllBytes(disk.lastSegment());
    List<Long> ends = endsOfRecords(disk);
    int before = put.size() - ends.size();
    for (int i = Segment.HEADER_BYTES; i < good.length; i++) {
      for (int wrong : new int[] {good[i] ^ 1, 0, 0xFF, 0x7F}) {
        if ((byte) wrong == good[i]) {
          continue;
        }
        Disk copy = disk.copy();
        byte[] bytes = good.clone();
        bytes[i] = (byte) wrong;
        Files.write(copy.lastSegment(), bytes);
        long at = i;
        int whole = before + (int) ends.stream().filter(end -> end <= at).count();
        goesOnFrom(copy, put.subList(0, whole));
      }
    }
  }

  @Test
  void damageInFrontOfTheLastFileStopsTheStartByName() throws IOException {
    Disk disk = Disk.empty();
    try (Spool spool = disk.open()) {
      put(spool, "r", 60);
    }
    Path damaged = disk.segments().get(1);
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[100] ^= 1;
    Files.write(damaged, bytes);
    assertThatThrownBy(disk::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(damaged.toString())
        .hasMessageContaining("damaged");
  }

  @Test
  void aDirectoryHasOneUser() throws IOException {
    Path path = Files.createTempDirectory("spool");
    Spool first = Spool.open(path, Disk.SIZES);
    assertThatThrownBy(() -> Spool.open(path, Disk.SIZES))
        .hasMessageContaining("is the spool of a gateway that runs");
    first.close();
    Spool.open(path, Disk.SIZES).close();
  }

  @Test
  void moreThanAllowedIsRefusedUntilThereIsRoom() throws IOException {
    try (Spool spool = Spool.open(Disk.empty().path, new Spool.Sizes(1000, 100))) {
      List<String> put = new ArrayList<>();
      assertThatThrownBy(
              () -> {
                while (true) {
                  put.addAll(put(spool, "r", 1));
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("expected at most 1000");
      spool.rollBack();
      assertThat(Disk.all(spool)).isEqualTo(put).isNotEmpty();
      spool.confirm(spool.read(100, Integer.MAX_VALUE));
      List<String> more = put(spool, "room", 1);
      assertThat(Disk.all(spool)).isEqualTo(more);
    }
  }

  @Test
  void aFullDiskTakesNothingAndLosesNothing() throws IOException {
    Disk disk = Disk.ofBytes(8 * 1024);
    try (Spool spool = Spool.open(disk.path, new Spool.Sizes(1_000_000, 1000))) {
      List<String> put = new ArrayList<>();
      assertThatThrownBy(
              () -> {
                while (true) {
                  put.addAll(put(spool, "r", 3));
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("out of disk space");
      spool.rollBack();
      assertThat(Disk.all(spool)).isEqualTo(put).hasSizeGreaterThan(20);
      spool.confirm(spool.read(put.size() - 1, Integer.MAX_VALUE));
      List<String> more = put(spool, "room", 2);
      more.add(0, put.get(put.size() - 1));
      assertThat(Disk.all(spool)).isEqualTo(more);
    }
  }

  /** Reads what is expected, and takes and keeps another record behind it. */
  private static void goesOnFrom(Disk disk, List<String> expected) throws IOException {
    List<String> longer = new ArrayList<>(expected);
    try (Spool spool = disk.open()) {
      assertThat(Disk.all(spool)).isEqualTo(expected);
      assertThat(spool.waiting()).isEqualTo(expected.size());
      longer.addAll(put(spool, "after", 1));
    }
    try (Spool spool = disk.open()) {
      assertThat(Disk.all(spool)).isEqualTo(longer);
    }
  }

  private static List<Long> endsOfRecords(Disk disk) throws IOException {
    List<Long> ends = new ArrayList<>();
    try (FileChannel file = FileChannel.open(disk.lastSegment())) {
      RecordReader reader = new RecordReader(file, Segment.HEADER_BYTES, file.size());
      while (reader.next() != null) {
        ends.add(reader.position());
      }
    }
    assertThat(ends).hasSizeGreaterThan(1);
    return ends;
  }

  private static List<String> put(Spool spool, String name, int count) throws IOException {
    List<String> put = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = name + "-" + i + "y".repeat(i % 7);
      spool.append(Disk.record(text));
      put.add(text);
    }
    spool.sync();
    return put;
  }
}
