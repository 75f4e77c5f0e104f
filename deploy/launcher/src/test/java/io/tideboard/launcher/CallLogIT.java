// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.events.Event;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.launcher.config.ConfigLoader;
import io.tideboard.launcher.config.Setting;
import io.tideboard.launcher.run.EmbeddedTideboard;
import io.tideboard.launcher.run.Steps;
import io.tideboard.traffic.calls.CallMapping;
import io.tideboard.traffic.calls.CallRecords;
import io.tideboard.traffic.simulator.Disorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A table of calls gives the same figures in a batch and live, at full speed, through gateway,
 * Kafka, Flink and wallboard. With {@code -Dtideboard.stress=N} that is repeated N times.
 */
class CallLogIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** So many last contacts that each partition of the log has one of them. */
  private static final int LAST_CONTACTS = 64;

  private static final String LAST = "The last";

  @TempDir static Path directory;

  private static CallLog log;
  private static Path batch;

  @BeforeAll
  static void runsThroughTheBatch() throws IOException {
    log = CallLog.write(directory, 1);
    batch = directory.resolve("out");
    Ran ran =
        Ran.command(
            "batch",
            "--calls",
            log.table().toString(),
            "--mapping",
            log.mapping().toString(),
            "--out",
            batch.toString(),
            "--threshold",
            "20s",
            "--short-abandon",
            "5s",
            "--interval",
            "30m",
            "--time-zone",
            CallLog.ZONE.getId());
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("rows 4200", "skipped 105 test", "offered 4176");
  }

  static Stream<Arguments> rounds() {
    return IntStream.rangeClosed(1, Integer.getInteger("tideboard.stress", 1))
        .boxed()
        .flatMap(round -> Stream.of(Arguments.of(round, false), Arguments.of(round, true)));
  }

  @ParameterizedTest(name = "round {0}, twice and shuffled: {1}")
  @MethodSource("rounds")
  void aReplayShowsWhatTheBatchWrote(int round, boolean disordered) throws Exception {
    try (EmbeddedTideboard tideboard = tideboard()) {
      EmbeddedTideboard.Addresses addresses = tideboard.start();
      WallboardClient wallboard = new WallboardClient(addresses.wallboard().toString());

      List<String> source = disordered ? twiceAndShuffled(round) : asItIs();
      replay(source, addresses.gateway().toString());
      replay(List.of("--events", lastContacts().toString()), addresses.gateway().toString());

      await().atMost(PATIENCE).until(() -> wallboard.waiting(LAST) == LAST_CONTACTS);
      for (String basis : List.of("arrival", "event")) {
        List<String> expected = Files.readAllLines(batch.resolve("intervals-" + basis + ".csv"));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(withoutLast(wallboard.intervals(basis)))
                        .containsExactlyElementsOf(expected));
      }
      List<String> breaches = Files.readAllLines(batch.resolve("breaches.csv"));
      List<String> columns = List.of(breaches.get(0).split(","));
      assertThat(withoutLast(wallboard.breaches(columns)))
          .hasSizeGreaterThan(1000)
          .containsExactlyElementsOf(breaches.subList(1, breaches.size()));
    }
  }

  private static EmbeddedTideboard tideboard() {
    List<Setting> settings =
        Stream.of(
                "gateway.port=0",
                "wallboard.port=0",
                "embedded.kafkaPort=0",
                "events.eventTime=true",
                "defaults.threshold=20s",
                "defaults.shortAbandon=5s",
                "defaults.interval=30m",
                "defaults.timeZone=" + CallLog.ZONE)
            .map(Setting::parse)
            .toList();
    return new EmbeddedTideboard(
        ConfigLoader.load(null, Map.of(), settings).config(),
        new Steps(new PrintWriter(Writer.nullWriter())));
  }

  private static void replay(List<String> source, String gateway) {
    List<String> command = new ArrayList<>(List.of("replay", "--to", gateway, "--speed", "max"));
    command.addAll(source);
    Ran ran = Ran.command(command.toArray(String[]::new));
    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
  }

  private static List<String> asItIs() {
    return List.of("--calls", log.table().toString(), "--mapping", log.mapping().toString());
  }

  private static List<String> twiceAndShuffled(long seed) throws IOException {
    List<Event> events = CallRecords.read(log.table(), CallMapping.read(log.mapping())).events();
    List<Event> disorder =
        Disorder.shuffledWithin(Disorder.duplicated(events), Duration.ofMinutes(1), seed);
    return List.of("--events", written(disorder.stream().map(CallLogIT::json)).toString());
  }

  /** They wait after everything else: once they are seen, all that came before has been. */
  private static Path lastContacts() throws IOException {
    return written(
        IntStream.range(0, LAST_CONTACTS)
            .mapToObj(
                i ->
                    """
                    {"id":"%1$d","source":"last","type":"interaction.queued",\
                    "time":"2026-04-02T12:00:00Z","interaction":"last %1$d","channel":"voice",\
                    "queue":"%2$s"}\
                    """
                        .formatted(i, LAST)));
  }

  private static Path written(Stream<String> lines) throws IOException {
    return Files.write(Files.createTempFile(directory, "events", ".ndjson"), lines.toList());
  }

  private static String json(Event event) {
    return new String(EventEncoder.plain(event), StandardCharsets.UTF_8);
  }

  private static List<String> withoutLast(Stream<String> lines) {
    return lines.filter(line -> !line.contains(LAST)).toList();
  }
}
