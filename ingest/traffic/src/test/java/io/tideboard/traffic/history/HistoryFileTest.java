// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.traffic.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFileTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path directory;

  @Test
  void startsAreLocalTimesOrHaveAnOffset() throws IOException {
    List<HistoryRow> rows =
        read(
            "queue,channel,start,contacts",
            "sales,voice,2026-01-05T09:00,12",
            "sales,voice,2026-01-05 09:30:00,0",
            "sales,voice,2026-01-05T09:00:00Z,7");
    assertThat(rows)
        .extracting(HistoryRow::start)
        .containsExactly(
            Instant.parse("2026-01-05T08:00:00Z"),
            Instant.parse("2026-01-05T08:30:00Z"),
            Instant.parse("2026-01-05T09:00:00Z"));
    assertThat(rows).extracting(HistoryRow::contacts).containsExactly(12, 0, 7);
    assertThat(rows).allSatisfy(row -> assertThat(row.ahtSeconds()).isNaN());
  }

  @Test
  void columnsComeInAnyOrderAndHandleTimesWhereTheyAreKnown() throws IOException {
    List<HistoryRow> rows =
        read(
            "contacts,ahtSeconds,start,channel,queue",
            "3,181.5,2026-01-05T09:00,chat,care",
            "4,,2026-01-05T10:00,chat,care");
    assertThat(rows.get(0))
        .isEqualTo(new HistoryRow("care", "chat", Instant.parse("2026-01-05T08:00:00Z"), 3, 181.5));
    assertThat(rows.get(1).ahtSeconds()).isNaN();
  }

  @Test
  void ofALocalTimeThatComesTwiceTheFirstRowIsTheEarlier() throws IOException {
    assertThat(
            read(
                "queue,channel,start,contacts",
                "sales,voice,2026-10-25T02:30,1",
                "sales,voice,2026-10-25T02:30,2"))
        .extracting(HistoryRow::start)
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sales,voice,2026-03-29T02:30,1 | :2: '2026-03-29T02:30' in start: expected a time that the"
            + " clocks of Europe/Berlin show: they skip it",
        "sales,voice,yesterday,1 | :2: 'yesterday' in start: expected a time such as",
        "sales,voice,2026-01-05T09:00,-1 | :2: '-1' in contacts: expected a whole number",
        "sales,voice,2026-01-05T09:00,1.5 | :2: '1.5' in contacts: expected a whole number",
        "sales,voice,2026-01-05T09:00, | :2: nothing in contacts: expected a whole number",
        ",voice,2026-01-05T09:00,1 | :2: nothing in queue: expected a name",
        "sales,voice,2026-01-05T09:00 | :2: 3 values: expected 4, as many as columns"
      })
  void whatCannotBeReadIsNamedWithItsPlace(String row, String message) {
    assertThatThrownBy(() -> read("queue,channel,start,contacts", row))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("history.csv" + message);
  }

  @Test
  void anIntervalGivenTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    "queue,channel,start,contacts",
                    "sales,voice,2026-01-05T09:00,1",
                    "sales,voice,2026-01-05T08:00Z,1"))
        .hasMessageContaining("history.csv:3: '2026-01-05T08:00Z' in start")
        .hasMessageContaining("it is in line 2");
  }

  @Test
  void handleTimesBelowZeroOrOfNoNumberAreRefused() {
    for (String aht : List.of("-1", "long", "Infinity")) {
      assertThatThrownBy(
              () ->
                  read(
                      "queue,channel,start,contacts,ahtSeconds",
                      "sales,voice,2026-01-05T09:00,1," + aht))
          .hasMessageContaining("'" + aht + "' in ahtSeconds: expected seconds, 0 or more");
    }
  }

  @Test
  void aTableThatIsNoHistoryIsRefused() {
    assertThatThrownBy(() -> read("queue,channel,begin,contacts"))
        .hasMessageContaining("no column 'start', which a history needs");
    assertThatThrownBy(() -> read("queue,channel,start,contacts"))
        .hasMessageContaining("no row: expected the contacts of at least one interval");
    assertThatThrownBy(() -> HistoryFile.read(directory.resolve("none.csv"), BERLIN))
        .hasMessageContaining("expected a file that can be read (it does not exist)");
  }

  private List<HistoryRow> read(String... lines) throws IOException {
    Path file = directory.resolve("history.csv");
    Files.write(file, List.of(lines));
    return HistoryFile.read(file, BERLIN);
  }
}
