// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.Event;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.events.json.EventFormat;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  @TempDir Path directory;

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    List<Event> events = some(500);
    Path file = directory.resolve("log.ndjson");
    Files.write(file, EventEncoder.batch(EventFormat.NDJSON, events));
    assertThat(all(file)).isEqualTo(events);
  }

  @Test
  void aPackedFileIsUnpacked() throws IOException {
    List<Event> events = some(500);
    Path file = directory.resolve("log.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(EventEncoder.batch(EventFormat.NDJSON, events));
    }
    assertThat(all(file)).isEqualTo(events);
  }

  @Test
  void cloudEventsAndBlankLinesMayStandAmongPlainEvents() throws IOException {
    List<Event> events = some(2);
    Path file = directory.resolve("log.ndjson");
    Files.write(
        file,
        List.of(
            text(EventEncoder.plain(events.get(0))),
            "",
            text(EventEncoder.cloudEvent(events.get(1)))));
    assertThat(all(file)).isEqualTo(events);
  }

  @Test
  void anEventWithoutASourceIsOfTheReplay() throws IOException {
    Path file = directory.resolve("log.ndjson");
    Files.writeString(
        file, "{\"id\":\"1\",\"type\":\"source.restarted\",\"time\":\"2026-03-02T10:00:00Z\"}");
    assertThat(all(file).get(0).header().source()).isEqualTo("replay");
  }

  @Test
  void aLineThatIsNoEventIsNamedWithItsNumber() throws IOException {
    Path file = directory.resolve("log.ndjson");
    Files.write(
        file,
        List.of(text(EventEncoder.plain(some(1).get(0))), "", "{\"id\":\"x\",\"type\":\"y\"}"));
    assertThatThrownBy(() -> all(file))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("log.ndjson:3: 'y' in type: expected");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> EventFile.read(directory.resolve("none.ndjson")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("none.ndjson: expected a file that can be read (it does not exist)");
  }

  private static List<Event> all(Path file) {
    List<Event> events = new ArrayList<>();
    try (EventFile read = EventFile.read(file)) {
      read.forEachRemaining(events::add);
      assertThat(read.hasNext()).isFalse();
    }
    return events;
  }

  private static List<Event> some(int n) {
    Simulation simulation = new Simulation(Scenarios.midSizeCenter(), 1);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      events.add(simulation.next());
    }
    return events;
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
