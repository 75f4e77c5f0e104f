// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tideboard.events.Event;
import io.tideboard.platforms.asterisk.AsteriskOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that grows, is rotated, cut off and read again after a restart. */
class QueueLogTailIT {

  private static final byte[] LOG = Recordings.of("queue_log");
  private static final List<byte[]> LINES = lines();

  @TempDir Path directory;
  private Path log;
  private Path position;
  private List<Event> wholeStory;
  private final TestSink sink = new TestSink();

  @BeforeEach
  void readOnceUndisturbed() throws IOException {
    log = directory.resolve("queue_log");
    position = directory.resolve("queue_log.position");
    Path calm = Files.createDirectory(directory.resolve("calm")).resolve("queue_log");
    Files.write(calm, LOG);
    TestSink once = new TestSink();
    try (QueueLogTail tail =
        QueueLogTail.open(settings(calm, calm.resolveSibling("position")), once)) {
      readToTheEnd(tail, LINES.size());
    }
    wholeStory = once.events();
  }

  @Test
  void theLogAddsUpToTheSameTotalsAsTheManagerConnection() {
    assertThat(Recordings.totals(wholeStory)).isEqualTo(Recordings.TOTALS);
  }

  @Test
  void linesThatComeInPiecesAreReadWhenTheyAreWhole() throws IOException {
    Files.write(log, new byte[0]);
    try (QueueLogTail tail = open()) {
      for (int from = 0; from < LOG.length; from += 41) {
        append(log, Arrays.copyOfRange(LOG, from, Math.min(LOG.length, from + 41)));
        if (from % 410 == 0) {
          int lines = linesBefore(from + 41);
          await().until(() -> tail.status().read() >= lines);
          assertThat(tail.status().read()).isEqualTo(lines);
        }
      }
      readToTheEnd(tail, LINES.size());
    }
    assertThat(sink.events()).isEqualTo(wholeStory);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60})
  void aLogThatIsRenamedAgainAndAgainIsReadOnce(int every) throws IOException {
    Files.write(log, new byte[0]);
    int rotations = 0;
    try (QueueLogTail tail = open()) {
      await().until(() -> tail.status().ready());
      for (int i = 0; i < LINES.size(); i++) {
        if (i > 0 && i % every == 0) {
          rotate("queue_log." + rotations, 1_000L * rotations++);
          int read = i;
          await().until(() -> tail.status().read() == read);
        }
        append(log, LINES.get(i));
      }
      readToTheEnd(tail, LINES.size());
    }
    assertSameStory();
  }

  @Test
  void linesWrittenToARenamedLogBeforeTheNextOneIsOpenedAreRead() throws IOException {
    write(log, 0, 20);
    try (QueueLogTail tail = open()) {
      await().until(() -> tail.status().read() == 20);
      Path rotated = directory.resolve("queue_log.1");
      Files.move(log, rotated);
      Files.createFile(log);
      write(rotated, 20, 25);
      await().until(() -> tail.status().read() == 25);
      write(log, 25, LINES.size());
      readToTheEnd(tail, LINES.size());
    }
    assertSameStory();
  }

  @Test
  void aLogThatIsCopiedAndEmptiedIsReadOnceWithWhatWasNotReadBefore() throws IOException {
    write(log, 0, 50);
    try (QueueLogTail tail = open()) {
      await().until(() -> tail.status().read() == 50);
      sink.hold();
      write(log, 50, 51);
      await().until(() -> tail.status().pending() > 0);
      // While its answer is awaited, lines come, the log is copied and emptied, and grows anew.
      write(log, 51, 70);
      Files.copy(log, directory.resolve("queue_log.1"));
      Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
      write(log, 70, 90);
      sink.release();
      await().until(() -> tail.status().read() >= 90);
      write(log, 90, LINES.size());
      readToTheEnd(tail, LINES.size());
    }
    assertSameStory();
  }

  @Test
  void anEmptiedLogThatHasGrownBeyondWhereItWasReadIsKnownByItsBeginning() throws IOException {
    write(log, 0, 20);
    try (QueueLogTail tail = open()) {
      await().until(() -> tail.status().read() == 20);
      sink.hold();
      write(log, 20, 21);
      await().until(() -> tail.status().pending() > 0);
      Files.copy(log, directory.resolve("queue_log-20260601"));
      Files.write(log, bytes(21, LINES.size()), StandardOpenOption.TRUNCATE_EXISTING);
      sink.release();
      readToTheEnd(tail, LINES.size());
    }
    assertSameStory();
  }

  @Test
  void aRestartAfterAnyLineGoesOnWithoutLossAndWithoutDoubling() throws IOException {
    Files.write(log, new byte[0]);
    for (int i = 0; i < LINES.size(); i += 5) {
      try (QueueLogTail tail = open()) {
        int to = Math.min(LINES.size(), i + 5);
        write(log, i, to);
        int more = to - i;
        await().until(() -> tail.status().read() == more && tail.status().pending() == 0);
      }
    }
    assertThat(sink.events()).isEqualTo(wholeStory);
  }

  @Test
  void whatWasNotAcknowledgedBeforeARestartIsSentAgainWithTheSameIds() throws IOException {
    write(log, 0, 60);
    sink.keepSilent(Integer.MAX_VALUE);
    try (QueueLogTail tail = open()) {
      await().until(() -> sink.calls() > 0);
      assertThat(kept()).isNull();
    }
    sink.keepSilent(0);
    write(log, 60, LINES.size());
    try (QueueLogTail tail = open()) {
      readToTheEnd(tail, LINES.size());
    }
    assertSameStory();
  }

  @Test
  void whatWasAcknowledgedJustBeforeAKillIsSentAgainWithTheSameIds() throws IOException {
    write(log, 0, 40);
    Path before = directory.resolve("before");
    try (QueueLogTail tail = open()) {
      await().until(() -> tail.status().read() == 40 && tail.status().pending() == 0);
      await().until(() -> kept() != null);
      Files.copy(position, before);
      write(log, 40, 80);
      await().until(() -> tail.status().read() == 80 && tail.status().pending() == 0);
    }
    // Killed after the acknowledgement and before the position was written.
    Files.copy(before, position, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    write(log, 80, LINES.size());
    try (QueueLogTail tail = open()) {
      readToTheEnd(tail, LINES.size() - 40);
    }
    assertThat(sink.events().size()).isGreaterThan(wholeStory.size());
    assertThat(distinct(sink.events())).isEqualTo(wholeStory);
  }

  @Test
  void rotationsWhileNobodyReadAreCaughtUpInTheirOrder() throws IOException {
    write(log, 0, 30);
    try (QueueLogTail tail = open()) {
      await().until(() -> tail.status().read() == 30 && tail.status().pending() == 0);
    }
    write(log, 30, 40);
    rotate("queue_log.3", 1_000);
    write(log, 40, 55);
    rotate("queue_log.1", 2_000);
    write(log, 55, 70);
    rotate("queue_log.2", 3_000);
    write(log, 70, LINES.size());
    try (QueueLogTail tail = open()) {
      readToTheEnd(tail, LINES.size() - 30);
    }
    assertSameStory();
  }

  @Test
  void aLogThatIsNotThereYetIsReadFromItsBeginningWhenItComes() throws IOException {
    try (QueueLogTail tail =
        QueueLogTail.open(
            settings(log, position)
                .with(
                    new QueueLogSettings.Reading(false, Duration.ofMillis(5), 4096),
                    DeliverySettings.DEFAULT),
            sink)) {
      await().until(() -> tail.status().problem().contains("does not exist"));
      Files.write(log, LOG);
      readToTheEnd(tail, LINES.size());
    }
    assertThat(sink.events()).isEqualTo(wholeStory);
  }

  @Test
  void aFirstStartBehindTheEndReadsWhatComesAfterIt() throws IOException {
    write(log, 0, 50);
    try (QueueLogTail tail =
        QueueLogTail.open(
            settings(log, position)
                .with(
                    new QueueLogSettings.Reading(false, Duration.ofMillis(5), 4096),
                    DeliverySettings.DEFAULT),
            sink)) {
      await().until(() -> tail.status().ready());
      write(log, 50, 60);
      await().until(() -> tail.status().read() == 10);
    }
  }

  @Test
  void aLineThatIsTooLongIsDroppedAndCounted() throws IOException {
    write(log, 0, 10);
    append(
        log,
        ("1780300900|1.1|q|NONE|X|" + "x".repeat(20_000) + "\n").getBytes(StandardCharsets.UTF_8));
    write(log, 10, LINES.size());
    try (QueueLogTail tail = open()) {
      readToTheEnd(tail, LINES.size());
      assertThat(tail.status().tooLong()).isEqualTo(1);
    }
    assertThat(Recordings.totals(sink.events())).isEqualTo(Recordings.TOTALS);
  }

  @Test
  void aSinkThatRefusesAndFailsGetsEverythingOnceInTheEnd() throws IOException {
    Files.write(log, LOG);
    sink.refuse(3).fail(2).keepSilent(1);
    try (QueueLogTail tail =
        QueueLogTail.open(settings(log, position, Duration.ofMillis(300)), sink)) {
      readToTheEnd(tail, LINES.size());
      assertThat(tail.status().sentAgain()).isEqualTo(6);
    }
    assertThat(sink.events()).isEqualTo(wholeStory);
  }

  @Test
  void whatIsRememberedWithThePositionHoldsNoCallersNumber() throws IOException {
    Files.write(log, LOG);
    try (QueueLogTail tail = open()) {
      readToTheEnd(tail, LINES.size());
      await().until(() -> kept() != null && kept().offset() == LOG.length);
      String state = new String(kept().state(), StandardCharsets.UTF_8);
      assertThat(new String(LOG, StandardCharsets.UTF_8)).contains("+4420794600");
      assertThat(state).contains("Mia").doesNotContain("+4420794600");
    }
  }

  @Test
  void aPositionThatCannotBeReadStopsTheStart() throws IOException {
    Files.write(log, LOG);
    Files.writeString(position, "{\"offset\": \"far\"}");
    assertThatThrownBy(() -> open()).isInstanceOf(IOException.class);
  }

  private Position kept() throws IOException {
    return new PositionFile(position).read();
  }

  private QueueLogTail open() throws IOException {
    return QueueLogTail.open(settings(log, position), sink);
  }

  private static QueueLogSettings settings(Path log, Path position) {
    return settings(log, position, Duration.ofSeconds(20));
  }

  private static QueueLogSettings settings(Path log, Path position, Duration answer) {
    Backoff soon = new Backoff(Duration.ofMillis(5), Duration.ofMillis(50), 0.5);
    return QueueLogSettings.of(log, position, AsteriskOptions.of("pbx"))
        .with(
            new QueueLogSettings.Reading(true, Duration.ofMillis(5), 4096),
            new DeliverySettings(50, 100, answer, soon, Duration.ofMillis(500)));
  }

  private static void readToTheEnd(QueueLogTail tail, int lines) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> tail.status().read() == lines && tail.status().pending() == 0);
    await().until(() -> tail.status().acknowledged() == tail.status().told());
  }

  /** Offsets begin anew with every file, so that ids differ; everything else is the same. */
  private void assertSameStory() {
    assertThat(withoutIds(sink.events())).isEqualTo(withoutIds(wholeStory));
    assertThat(distinct(sink.events())).hasSameSizeAs(sink.events());
  }

  private static List<Event> withoutIds(List<Event> events) {
    List<Event> same = new ArrayList<>();
    for (Event event : events) {
      same.add(
          event.withHeader(
              new io.tideboard.events.EventHeader(
                  "same", event.header().source(), event.header().occurredAt())));
    }
    return same;
  }

  private static List<Event> distinct(List<Event> events) {
    Set<String> ids = new HashSet<>();
    return events.stream().filter(event -> ids.add(event.header().id())).toList();
  }

  private void rotate(String name, long modified) throws IOException {
    Path rotated = directory.resolve(name);
    Files.setLastModifiedTime(
        log, java.nio.file.attribute.FileTime.fromMillis(1_780_000_000_000L + modified));
    Files.move(log, rotated);
  }

  private static void write(Path file, int from, int to) throws IOException {
    append(file, bytes(from, to));
  }

  private static void append(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static byte[] bytes(int from, int to) {
    int length = LINES.subList(from, to).stream().mapToInt(line -> line.length).sum();
    int begin = LINES.subList(0, from).stream().mapToInt(line -> line.length).sum();
    return Arrays.copyOfRange(LOG, begin, begin + length);
  }

  private static int linesBefore(int offset) {
    int lines = 0;
    for (int i = 0; i < Math.min(offset, LOG.length); i++) {
      lines += LOG[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static List<byte[]> lines() {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < LOG.length; i++) {
      if (LOG[i] == '\n') {
        lines.add(Arrays.copyOfRange(LOG, from, i + 1));
        from = i + 1;
      }
    }
    return lines;
  }
}
