// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.gateway.spool.Spool.Batch;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of writing, forwarding and ending, against what must come of them: everything
 * that was synced arrives, in order; what was not may arrive; only what was being forwarded when
 * everything ended arrives twice.
 */
class SpoolCrashTest {

  private static final int STEPS = 2_000;

  private final List<String> promised = new ArrayList<>();
  private final List<String> arrived = new ArrayList<>();
  private int number;
  private int repeatable;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingPromisedIsLostOrOutOfOrderHoweverItEnds(long seed) throws IOException {
    Random random = new Random(seed);
    Disk disk = Disk.empty();
    Spool spool = disk.open();
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> write(spool, random);
        case 3, 4 -> spool.confirm(forward(spool, random));
        case 5 -> {
          write(spool, random);
          spool.rollBack();
        }
        case 6 -> step += random.nextInt(3);
        default -> {
          disk = end(disk, spool, random);
          spool = disk.open();
        }
      }
    }
    spool.confirm(forward(spool, Integer.MAX_VALUE));
    assertThat(spool.waiting()).isZero();
    spool.close();
    List<String> once = new ArrayList<>(new LinkedHashSet<>(arrived));
    assertThat(once).containsAll(promised);
    once.retainAll(new LinkedHashSet<>(promised));
    assertThat(once).isEqualTo(promised);
    assertThat(arrived.size() - new LinkedHashSet<>(arrived).size())
        .isLessThanOrEqualTo(repeatable);
  }

  private void write(Spool spool, Random random) throws IOException {
    List<String> group = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      String text = "event-" + number++ + "z".repeat(random.nextInt(40));
      spool.append(Disk.record(text));
      group.add(text);
    }
    if (random.nextInt(4) > 0) {
      spool.sync();
      promised.addAll(group);
    }
  }

  private Batch forward(Spool spool, Random random) throws IOException {
    return forward(spool, 1 + random.nextInt(20));
  }

  private Batch forward(Spool spool, int most) throws IOException {
    Batch batch = spool.read(most, Integer.MAX_VALUE);
    arrived.addAll(Disk.texts(batch));
    return batch;
  }

  /** Ends without closing, maybe with a batch under way, and with what was not synced cut. */
  private Disk end(Disk disk, Spool spool, Random random) throws IOException {
    if (random.nextBoolean()) {
      repeatable += forward(spool, random).records().size();
    }
    Path last = disk.lastSegment();
    long synced = spool.syncedEnd();
    Disk left = disk.copy();
    spool.close();
    long size = Files.size(last);
    try (FileChannel file = FileChannel.open(left.lastSegment(), StandardOpenOption.WRITE)) {
      file.truncate(synced + (long) (random.nextDouble() * (size - synced + 1)));
    }
    return left;
  }
}
