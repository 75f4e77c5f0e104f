// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

  @TempDir Path directory;
  private Path history;
  private Path out;

  @BeforeEach
  void tenWeeksOfTwoQueues() throws IOException {
    history = directory.resolve("history.csv");
    out = directory.resolve("forecasts.csv");
    Random random = new Random(3);
    List<String> lines = new ArrayList<>(List.of("queue,channel,start,contacts"));
    for (int day = 0; day < 70; day++) {
      LocalDate date = MONDAY.plusDays(day);
      for (int quarter = 32; quarter < 72 && date.getDayOfWeek().getValue() < 6; quarter++) {
        String start = date + "T%02d:%02d".formatted(quarter / 4, quarter % 4 * 15);
        lines.add("sales,voice," + start + "," + (50 + random.nextInt(10)));
        lines.add("\"care, again\",chat," + start + "," + random.nextInt(4));
      }
    }
    Files.write(history, lines);
  }

  @Test
  void everyForecastIsARowAndModelAndBaselinesAreScored() throws IOException {
    Ran ran = backtest("--from", "2026-03-02", "--to", "2026-03-06");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exitCode()).isEqualTo(ExitCode.OK);
    List<String> rows = Files.readAllLines(out);
    assertThat(rows.get(0))
        .isEqualTo("task,queue,channel,start,actual,contacts,p025,p10,p50,p90,p975");
    assertThat(rows).hasSize(1 + 2 * 5 * (20 + 12));
    assertThat(rows.get(1)).startsWith("day_ahead,\"care, again\",chat,2026-03-02T08:00:00+01:00,");
    assertThat(rows).anyMatch(row -> row.startsWith("intraday,sales,voice,2026-03-06T17:30:00+01"));
    assertThat(rows)
        .filteredOn(row -> row.contains(",sales,"))
        .allSatisfy(
            row -> {
              String[] cells = row.split(",", -1);
              assertThat(Double.parseDouble(cells[5])).isBetween(100.0, 120.0);
              assertThat(Double.parseDouble(cells[6])).isLessThan(Double.parseDouble(cells[10]));
            });
    assertThat(ran.out())
        .contains("day_ahead, 200 intervals", "intraday, 120 intervals", "WAPE %", "pinball")
        .contains("seasonal naive", "mean of 4 weeks", "mean of 8 weeks", "8 weeks x today");
    assertThat(ran.out().lines().filter(line -> line.startsWith("model"))).hasSize(2);
  }

  @Test
  void theSameHistoryGivesTheSameFile() throws IOException {
    backtest("--from", "2026-03-02", "--to", "2026-03-02");
    byte[] first = Files.readAllBytes(out);
    backtest("--from", "2026-03-02", "--to", "2026-03-02");
    assertThat(Files.readAllBytes(out)).isEqualTo(first);
  }

  @Test
  void flagsThatMakeNoSenseAreUsageErrors() {
    expect(
        ExitCode.USAGE,
        "'soon' as --from: expected a date",
        "--from",
        "soon",
        "--to",
        "2026-03-06");
    expect(ExitCode.USAGE, "2026-03-01 as last day", "--from", "2026-03-02", "--to", "2026-03-01");
    expect(
        ExitCode.USAGE,
        "PT7M as interval: expected 5 to 60 minutes",
        "--from",
        "2026-03-02",
        "--to",
        "2026-03-06",
        "--interval",
        "7m");
    expect(
        ExitCode.USAGE,
        "'noon' as --cutoff: expected a time",
        "--from",
        "2026-03-02",
        "--to",
        "2026-03-06",
        "--cutoff",
        "noon");
    expect(
        ExitCode.USAGE,
        "'Mars' as --time-zone: expected a zone",
        "--from",
        "2026-03-02",
        "--to",
        "2026-03-06",
        "--time-zone",
        "Mars");
    expect(ExitCode.USAGE, "Missing required option", "--from", "2026-03-02");
  }

  @Test
  void aHistoryThatCannotServeFailsAndSaysWhy() throws IOException {
    expect(ExitCode.FAILED, "expected days of", "--from", "2027-03-02", "--to", "2027-03-06");
    expect(
        ExitCode.FAILED,
        "intervals of 15 minutes: expected some of 5 or fewer",
        "--from",
        "2026-03-02",
        "--to",
        "2026-03-06",
        "--interval",
        "5m");
    Files.writeString(history, "queue,channel,start,contacts\nsales,voice,2026-03-02T08:00,many\n");
    expect(
        ExitCode.FAILED,
        "history.csv:2: 'many' in contacts: expected a whole number",
        "--from",
        "2026-03-02",
        "--to",
        "2026-03-06");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    out = directory.resolve("nowhere").resolve("forecasts.csv");
    expect(
        ExitCode.FAILED,
        "as --out: expected a file that can be written (it does not exist)",
        "--from",
        "2026-03-02",
        "--to",
        "2026-03-06");
  }

  private void expect(int exitCode, String message, String... flags) {
    Ran ran = backtest(flags);
    assertThat(ran.err()).contains(message);
    assertThat(ran.exitCode()).isEqualTo(exitCode);
  }

  private Ran backtest(String... flags) {
    List<String> arguments = new ArrayList<>(List.of("backtest"));
    if (!Arrays.asList(flags).contains("--time-zone")) {
      arguments.addAll(List.of("--time-zone", "Europe/Berlin"));
    }
    arguments.addAll(List.of("--history", history.toString(), "--out", out.toString()));
    arguments.addAll(List.of(flags));
    return Ran.command(arguments.toArray(String[]::new));
  }
}
