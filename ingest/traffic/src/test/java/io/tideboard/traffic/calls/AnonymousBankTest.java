// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real call log of two weeks, which is beside the checkout and never in it. */
class AnonymousBankTest {

  private static final Path LOG = Path.of("../../../shared/data/anonymous_bank_1999-02-01_14.csv");
  private static final Path MAPPING = Path.of("../../deploy/mappings/anonymous-bank.yaml");

  private static CallRecords records;

  @BeforeAll
  static void read() {
    if (!Files.exists(LOG)) {
      String missing = "SKIPPED: the call log " + LOG + " is not there, nothing is proved about it";
      System.err.println(missing);
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      Assumptions.abort(missing);
    }
    records = CallRecords.read(LOG, CallMapping.read(MAPPING));
  }

  @Test
  void everyCallThatReachedAQueueIsOffered() {
    assertThat(count(EventType.INTERACTION_QUEUED)).isEqualTo(16_290);
    assertThat(count(EventType.INTERACTION_ANSWERED)).isEqualTo(14_405);
    assertThat(count(EventType.INTERACTION_ABANDONED)).isEqualTo(1_885);
  }

  @Test
  void phantomRowsAreSkippedAndCounted() {
    assertThat(records.rows()).isEqualTo(17_456);
    assertThat(records.skipped()).isEqualTo(Map.of("phantom", 143L));
    assertThat(count(EventType.INTERACTION_CREATED)).isEqualTo(17_456 - 143);
  }

  @Test
  void callersWhoHungUpInTheMenuHaveNoQueueVisit() {
    Set<String> queued = interactions(EventType.INTERACTION_QUEUED);
    Set<String> created = interactions(EventType.INTERACTION_CREATED);
    assertThat(created).hasSize(queued.size() + 1_023).containsAll(queued);
  }

  @Test
  void answersWithinTwentySecondsAreAsManyAsTheDefinitionsGive() {
    Map<String, Instant> queued = new HashMap<>();
    long within = 0;
    for (Event event : records.events()) {
      Instant at = event.header().occurredAt();
      if (event.type() == EventType.INTERACTION_QUEUED) {
        queued.put(event.key(), at);
      } else if (event.type() == EventType.INTERACTION_ANSWERED) {
        Duration wait = Duration.between(queued.get(event.key()), at);
        within += wait.compareTo(Duration.ofSeconds(20)) <= 0 ? 1 : 0;
      }
    }
    assertThat(within).isEqualTo(9_163);
  }

  @Test
  void theLongestLineOfTheTwoWeeksIsFifteenInPs() {
    Instant then =
        LocalDateTime.parse("1999-02-03T13:28:57").atZone(ZoneId.of("Asia/Jerusalem")).toInstant();
    Map<String, Set<String>> waiting = new HashMap<>();
    int most = 0;
    int atThen = 0;
    for (int i = 0; i < records.events().size(); i++) {
      InteractionEvent event = (InteractionEvent) records.events().get(i);
      Set<String> line =
          waiting.computeIfAbsent(String.valueOf(event.contact().queue()), q -> new HashSet<>());
      switch (event.type()) {
        case INTERACTION_QUEUED -> line.add(event.key());
        case INTERACTION_ANSWERED, INTERACTION_ABANDONED -> line.remove(event.key());
        default -> {}
      }
      if (isLastOfItsInstant(i)) {
        most = Math.max(most, longest(waiting));
        atThen = event.header().occurredAt().isAfter(then) ? atThen : sizeOf(waiting, "PS");
      }
    }
    assertThat(atThen).isEqualTo(15);
    assertThat(most).isEqualTo(15);
  }

  @Test
  void eventsAreOrderedByTimeAndThenAsACallGoes() {
    List<Event> events = records.events();
    for (int i = 1; i < events.size(); i++) {
      Event before = events.get(i - 1);
      Event event = events.get(i);
      int order = before.header().occurredAt().compareTo(event.header().occurredAt());
      assertThat(order).isLessThanOrEqualTo(0);
      if (order == 0) {
        assertThat(before.type().number()).isLessThanOrEqualTo(event.type().number());
      }
    }
  }

  @Test
  void readingTwiceGivesTheSameEvents() {
    assertThat(CallRecords.read(LOG, CallMapping.read(MAPPING))).isEqualTo(records);
  }

  private static boolean isLastOfItsInstant(int i) {
    List<Event> events = records.events();
    return i == events.size() - 1
        || !events.get(i + 1).header().occurredAt().equals(events.get(i).header().occurredAt());
  }

  private static int longest(Map<String, Set<String>> waiting) {
    return waiting.values().stream().mapToInt(Set::size).max().orElse(0);
  }

  private static int sizeOf(Map<String, Set<String>> waiting, String queue) {
    return waiting.getOrDefault(queue, Set.of()).size();
  }

  private static long count(EventType type) {
    return records.events().stream().filter(event -> event.type() == type).count();
  }

  private static Set<String> interactions(EventType type) {
    Set<String> interactions = new HashSet<>();
    records.events().stream().filter(e -> e.type() == type).forEach(e -> interactions.add(e.key()));
    return interactions;
  }
}
