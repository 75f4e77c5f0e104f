// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.history.rocks.RocksStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes. */
class KilledIT {

  private static final int TIMES = 4;

  @TempDir Path directory;

  @Test
  void whatWasTakenIsThereOnceWithTheProgressThatItWas() throws Exception {
    long before = 0;
    for (int time = 1; time <= TIMES; time++) {
      long told = writeAndKill(before + 400L * time);
      try (IntervalStore store = RocksStore.open(directory, HistorySettings.LEAST_CACHE)) {
        long next = store.progress().next(0);
        assertThat(next).isGreaterThanOrEqualTo(told);
        assertThat(store.rows(Rows.SALES, Basis.ARRIVAL, Period.ALWAYS, 9_999))
            .containsExactlyElementsOf(standing(next));
        before = next;
      }
    }
  }

  /** The latest row of each interval, of so many. */
  private static List<IntervalRow> standing(long next) {
    List<IntervalRow> rows = new ArrayList<>();
    for (long interval = 0; interval < Math.min(next, EndlessWriter.INTERVALS); interval++) {
      long round = (next - 1 - interval) / EndlessWriter.INTERVALS;
      rows.add((IntervalRow) EndlessWriter.at(interval + round * EndlessWriter.INTERVALS));
    }
    return rows;
  }

  /** Returns the last offset that it told to have taken. */
  private long writeAndKill(long offset) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWriter.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long told = 0;
    try (BufferedReader output = process.inputReader()) {
      while (told < offset) {
        told = Long.parseLong(output.readLine());
      }
    } finally {
      // As kill -9 does.
      process.destroyForcibly().waitFor();
    }
    return told;
  }
}
