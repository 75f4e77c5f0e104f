// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A table of calls and its mapping, made up from a seed: seven days around the change to summer
 * time, with calls at all hours and in all ways to end, and waits that end exactly at the
 * threshold.
 */
record CallLog(Path table, Path mapping) {

  static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-25");
  private static final int DAYS = 7;
  private static final int CALLS_A_DAY = 600;
  private static final List<String> SKILLS = List.of("Orders", "Repairs", "Repairs", "Bills, etc.");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private static final String MAPPING =
      """
      source: exchange
      delimiter: ";"
      interaction: "call {number}"
      channel: voice
      queue: "{skill}"
      times: {zone: Europe/Lisbon, format: "yyyy-MM-dd HH:mm:ss"}
      skip:
        - {when: {result: test}, as: test}
      outcomes:
        - when: {result: served}
          events:
            - {type: created, at: began}
            - {type: queued, at: waited}
            - {type: answered, at: left, agent: "{agent}"}
            - {type: ended, at: finished}
            - {type: wrapped_up, at: finished, plusSeconds: wrap}
        - when: {result: gave_up}
          events:
            - {type: created, at: began}
            - {type: queued, at: waited}
            - {type: abandoned, at: left}
        - when: {result: moved}
          events:
            - {type: created, at: began}
            - {type: queued, at: waited}
            - {type: transferred, at: left, toQueue: "Repairs"}
            - {type: answered, at: left, plusSeconds: wrap, agent: "{agent}"}
            - {type: ended, at: finished, plusSeconds: wrap}
        - when: {result: menu}
          events:
            - {type: created, at: began}
            - {type: ended, at: left, by: customer}
      """;

  static CallLog write(Path directory, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> rows = new ArrayList<>();
    rows.add("number;skill;began;waited;left;finished;wrap;result;agent");
    for (int day = 0; day < DAYS; day++) {
      LocalDateTime midnight = FIRST_DAY.plusDays(day).atStartOfDay();
      for (int call = 0; call < CALLS_A_DAY; call++) {
        rows.add(rows.size() + ";" + call(midnight, random));
      }
    }
    return new CallLog(
        Files.write(directory.resolve("calls.csv"), rows),
        Files.writeString(directory.resolve("mapping.yaml"), MAPPING));
  }

  private static String call(LocalDateTime midnight, SplittableRandom random) {
    // A tenth at any time of the day, most around noon.
    boolean anyTime = random.nextInt(10) == 0;
    double noon = 43_200 + random.nextGaussian() * 9_000;
    long second = anyTime ? random.nextInt(86_400) : (long) Math.min(86_399, Math.max(0, noon));
    LocalDateTime began = midnight.plusSeconds(second);
    LocalDateTime waited = began.plusSeconds(random.nextInt(15));
    LocalDateTime left = waited.plusSeconds(wait(random));
    LocalDateTime finished = left.plusSeconds(1 + random.nextInt(600));
    return String.join(
        ";",
        SKILLS.get(random.nextInt(SKILLS.size())),
        WRITTEN.format(began),
        WRITTEN.format(waited),
        WRITTEN.format(left),
        WRITTEN.format(finished),
        String.valueOf(random.nextInt(60)),
        result(random.nextInt(100)),
        "agent " + random.nextInt(12));
  }

  private static long wait(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 20;
      default -> (long) (-40 * Math.log(1 - random.nextDouble()));
    };
  }

  private static String result(int percent) {
    return percent < 70
        ? "served"
        : percent < 85 ? "gave_up" : percent < 92 ? "moved" : percent < 98 ? "menu" : "test";
  }
}
