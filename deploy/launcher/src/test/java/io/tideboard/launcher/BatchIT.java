// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchIT {

  private static final String DAY = "2026-03-02T";

  @TempDir Path directory;

  private final List<String> events = new ArrayList<>();

  @Test
  void aLogBecomesIntervalsAndBreaches() throws IOException {
    event("08:00:00Z", "queued", "in-time", "\"queue\":\"Sales\",\"channel\":\"voice\"");
    event("08:00:15Z", "answered", "in-time", "\"agent\":\"ann\"");
    event("08:02:00Z", "ended", "in-time", "\"by\":\"agent\"");
    event("08:10:00Z", "queued", "too-late", "\"queue\":\"Sales\",\"channel\":\"voice\"");
    event("08:10:30Z", "answered", "too-late", "\"agent\":\"ann\"");
    event("08:11:00Z", "ended", "too-late", "\"by\":\"agent\"");
    event("08:20:00Z", "queued", "given-up", "\"queue\":\"Sales\",\"channel\":\"voice\"");
    event("08:20:10Z", "abandoned", "given-up", "\"channel\":\"voice\"");
    Path log = Files.write(directory.resolve("log.ndjson"), events);
    Path out = directory.resolve("results of today");

    Ran ran =
        Ran.command(
            "batch",
            "--events",
            log.toString(),
            "--out",
            out.toString(),
            "--threshold",
            "20s",
            "--short-abandon",
            "5s",
            "--interval",
            "30m",
            "--time-zone",
            "Asia/Jerusalem");

    assertThat(ran.err()).doesNotContain("failed");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out().lines())
        .contains(
            "events 8",
            "offered 3",
            "answered 2",
            "answered within threshold 1",
            "abandoned 1",
            "breaches 1");
    for (String basis : List.of("arrival", "event")) {
      List<Map<String, String>> rows = csv(out.resolve("intervals-" + basis + ".csv"));
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0))
          .containsEntry("queue", "Sales")
          .containsEntry("channel", "voice")
          .containsEntry("start", "2026-03-02T08:00:00Z")
          .containsEntry("minutes", "30")
          .containsEntry("offered", "3")
          .containsEntry("answeredWithinThreshold", "1")
          .containsEntry("abandoned", "1")
          .containsEntry("csat", "");
    }
    assertThat(csv(out.resolve("breaches.csv")))
        .anySatisfy(
            breach ->
                assertThat(breach)
                    .containsEntry("kind", "breach")
                    .containsEntry("interaction", "too-late")
                    .containsEntry("time", "2026-03-02T08:10:20Z"));
  }

  @Test
  void aCustomerWhoComesAgainOnAnotherChannelWasNotHelpedAtFirst() throws IOException {
    for (String customer : List.of("eve", "fay")) {
      event(
          "08:00:00Z",
          "queued",
          "mail of " + customer,
          "\"queue\":\"Sales\",\"channel\":\"email\",\"customer\":\"%s\"".formatted(customer));
      event("08:05:00Z", "resolved", "mail of " + customer, "\"channel\":\"email\"");
    }
    event(
        "10:00:00Z",
        "queued",
        "call of eve",
        "\"queue\":\"Support\",\"channel\":\"voice\",\"customer\":\"eve\"");
    event("10:00:10Z", "abandoned", "call of eve", "\"channel\":\"voice\"");
    Path log = Files.write(directory.resolve("log.ndjson"), events);

    Ran ran = Ran.command("batch", "--events", log.toString(), "--out", directory.toString());

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(csv(directory.resolve("intervals-arrival.csv")))
        .filteredOn(row -> row.get("queue").equals("Sales"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("resolved", "2")
                    .containsEntry("firstContactResolution", "0.5")
                    .containsEntry("firstContactResolutionOf", "2"));
  }

  @Test
  void aLineThatIsNoEventIsNamed() throws IOException {
    event("08:00:00Z", "queued", "c1", "\"queue\":\"Sales\",\"channel\":\"voice\"");
    events.add("{\"type\":\"interaction.queued\"");
    Path log = Files.write(directory.resolve("log.ndjson"), events);

    Ran ran = Ran.command("batch", "--events", log.toString(), "--out", directory.toString());

    assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains(log + ":2").doesNotContain("\tat ");
  }

  private void event(String time, String type, String interaction, String rest) {
    events.add(
        "{\"id\":\"%s-%s\",\"source\":\"t\",\"type\":\"interaction.%s\",\"time\":\"%s\",\"interaction\":\"%s\",%s}"
            .formatted(interaction, type, type, DAY + time, interaction, rest));
  }

  private static List<Map<String, String>> csv(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] names = lines.get(0).split(",", -1);
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] values = line.split(",", -1);
              Map<String, String> row = new HashMap<>();
              for (int i = 0; i < names.length; i++) {
                row.put(names[i], values[i]);
              }
              return row;
            })
        .toList();
  }
}
