// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.launcher.config.ConfigLoader;
import io.tideboard.launcher.config.Setting;
import io.tideboard.launcher.run.EmbeddedTideboard;
import io.tideboard.launcher.run.Steps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One short log gives the same bytes at any speed and in however many parts. */
class AnySpeedIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Instant START = Instant.parse("2026-04-01T09:59:55Z");
  private static final List<String> TABLES =
      List.of("intervals-arrival.csv", "intervals-event.csv", "breaches.csv");

  @TempDir static Path directory;

  private static Path log;
  private static Path expected;

  @BeforeAll
  static void runsThroughTheBatch() throws IOException {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String call = "c" + i;
      double at = i * 0.75;
      events.add(event(call, at, "queued", "\"queue\":\"q" + i % 3 + "\",\"channel\":\"voice\""));
      if (i % 4 == 3) {
        events.add(event(call, at + 3.25, "abandoned", "\"channel\":\"voice\""));
      } else {
        events.add(event(call, at + i % 4, "answered", "\"agent\":\"a" + i % 5 + "\""));
        events.add(event(call, at + 4.5, "ended", "\"by\":\"agent\""));
      }
    }
    events.sort(java.util.Comparator.comparing(line -> line.substring(line.indexOf("2026-"))));
    log = Files.write(directory.resolve("log.ndjson"), events);
    expected = batch(1);
  }

  @Test
  void aBatchInTwoPartsWritesTheSameBytes() throws IOException {
    Path other = batch(2);
    for (String table : TABLES) {
      assertThat(other.resolve(table)).hasSameBinaryContentAs(expected.resolve(table));
    }
  }

  @ParameterizedTest(name = "speed {0} in {1} parts")
  @CsvSource({"1, 1", "1, 2", "60, 1", "60, 2", "max, 1", "max, 2"})
  void aReplayShowsWhatTheBatchWrote(String speed, int parts) throws Exception {
    try (EmbeddedTideboard tideboard = tideboard(parts)) {
      EmbeddedTideboard.Addresses addresses = tideboard.start();
      WallboardClient wallboard = new WallboardClient(addresses.wallboard().toString());
      Ran ran =
          Ran.command(
              "replay",
              "--to",
              addresses.gateway().toString(),
              "--speed",
              speed,
              "--events",
              log.toString());
      assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
      for (String basis : List.of("arrival", "event")) {
        List<String> rows = Files.readAllLines(expected.resolve("intervals-" + basis + ".csv"));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(wallboard.intervals(basis)).containsExactlyElementsOf(rows));
      }
      List<String> breaches = Files.readAllLines(expected.resolve("breaches.csv"));
      List<String> columns = List.of(breaches.get(0).split(","));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(wallboard.breaches(columns))
                      .isNotEmpty()
                      .containsExactlyElementsOf(breaches.subList(1, breaches.size())));
    }
  }

  private static Path batch(int parts) {
    Path out = directory.resolve("out-" + parts);
    Ran ran =
        Ran.command(
            "batch",
            "--events",
            log.toString(),
            "--out",
            out.toString(),
            "--threshold",
            "2s",
            "--parallelism",
            Integer.toString(parts));
    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
    return out;
  }

  private static EmbeddedTideboard tideboard(int parts) {
    List<Setting> settings =
        Stream.of(
                "gateway.port=0",
                "wallboard.port=0",
                "embedded.kafkaPort=0",
                "events.eventTime=true",
                "defaults.threshold=2s",
                "job.parallelism=" + parts)
            .map(Setting::parse)
            .toList();
    return new EmbeddedTideboard(
        ConfigLoader.load(null, Map.of(), settings).config(),
        new Steps(new PrintWriter(Writer.nullWriter())));
  }

  private static String event(String call, double second, String type, String rest) {
    Instant at = START.plusNanos((long) (second * 1e9));
    return "{\"id\":\"%s-%s\",\"source\":\"t\",\"type\":\"interaction.%s\",\"time\":\"%s\",\"interaction\":\"%s\",%s}"
        .formatted(call, type, type, at, call, rest);
  }
}
