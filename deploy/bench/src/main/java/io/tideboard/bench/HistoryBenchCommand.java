// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.history.HistorySettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bench history}: how fast interval rows are stored and read. */
@Command(
    name = "history",
    description = "Measure the store of interval rows: filling it, a queue's day, a queue's year.")
final class HistoryBenchCommand implements Callable<Integer> {

  /** As in the start script, for the wallboard. */
  private static final String HEAP = "-Xmx512m";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double DAY_LIMIT = 20;
  private static final double YEAR_LIMIT = 1_000;

  @Option(names = "--queues", description = "Queues on channels. Default: ${DEFAULT-VALUE}")
  private int queues = 250;

  @Option(
      names = "--days",
      description =
          "Days of them, by the quarter of an hour in two bases. Default: ${DEFAULT-VALUE}")
  private int days = 365;

  @Option(names = "--batch", description = "Rows written at once. Default: ${DEFAULT-VALUE}")
  private int batch = 2_000;

  @Option(
      names = "--postgres",
      description = "The JDBC URL of an empty database to fill instead of a directory.")
  private @Nullable String postgres;

  @ParentCommand private BenchCommand bench;

  @Override
  public Integer call() throws Exception {
    Path directory = Files.createTempDirectory("tideboard-bench-history-");
    try {
      HistoryOrder order =
          new HistoryOrder(
              directory.resolve("rows").toString(),
              postgres == null ? null : new HistorySettings.Database(postgres, "", ""),
              queues,
              days,
              batch);
      print(order, measure(order));
    } finally {
      delete(directory);
    }
    return 0;
  }

  private static HistoryReport measure(HistoryOrder order)
      throws IOException, InterruptedException {
    Process process =
        ChildProcess.start(
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HistoryMain.class.getName(),
                JSON.writeValueAsString(order)));
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "The store has not been filled: exit code " + process.waitFor());
      }
      return JSON.readValue(line, HistoryReport.class);
    } finally {
      ChildProcess.stop(process);
    }
  }

  private void print(HistoryOrder order, HistoryReport report) {
    FigureSheet sheet = bench.options().sheet();
    Figure parsed = Figure.of("history.parse", report.parsed(), "rows/s");
    Figure record = Figure.of("history.record", report.recordBytes(), "bytes");
    Figure day = Figure.of("history.day.limit", DAY_LIMIT, "ms");
    Figure year = Figure.of("history.year.limit", YEAR_LIMIT, "ms");
    sheet.add(Figure.of("history.rows", order.rows(), "rows"));
    sheet.add(parsed);
    sheet.add(Figure.of("history.insert", report.inserted(), "rows/s").against(parsed));
    sheet.add(record);
    if (order.database() == null) {
      sheet.add(Figure.of("history.row", report.bytes(), "bytes").against(record));
    }
    sheet.add(Figure.of("history.day.p50", report.day(), "ms").against(day));
    sheet.add(Figure.of("history.day.p99", report.dayP99(), "ms").against(day));
    sheet.add(Figure.of("history.year.p50", report.year(), "ms").against(year));
    sheet.add(Figure.of("history.year.most", report.yearMost(), "ms").against(year));
    sheet.add(Figure.of("history.memory", report.megabytes(), "MB"));
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be deleted", e);
    }
  }
}
