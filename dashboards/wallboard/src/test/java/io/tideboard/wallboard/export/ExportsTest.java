// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.planning.Leads;
import io.tideboard.core.planning.Need;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format against a file that was looked over by eye. */
class ExportsTest {

  private static final QueueCatalog CATALOG = QueueCatalog.DEFAULTS;
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  static List<Arguments> formats() {
    return List.of(
        Arguments.of("genesys", new GenesysHistory(), new GenesysHistory()),
        Arguments.of("calabrio", new CalabrioForecast(), new CalabrioForecast()),
        Arguments.of("calabrio-queue", new CalabrioQueue(), new CalabrioQueue()),
        Arguments.of("nice", new NiceHistory(), new NiceHistory()),
        Arguments.of("verint", new Verint(), new Verint()),
        Arguments.of("connect", new AmazonConnect(), new AmazonConnect()));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatIsAsItsSystemReadsIt(String name, Export counted, Export expected)
      throws IOException {
    StringBuilder text = new StringBuilder("# counted\n");
    write(
        counted,
        List.of(
            WfmLine.of(row("Sales", "voice", 0), CATALOG),
            WfmLine.of(row("Sales", "voice", 15), CATALOG),
            WfmLine.of(row("Sales, \"A\"", "email", 24 * 60), CATALOG)),
        text);
    text.append("# forecast\n");
    write(
        expected,
        List.of(
            WfmLine.of(forecast("Sales", "chat", 0, 12.345, 240.5), CATALOG),
            WfmLine.of(forecast("Sales", "voice", 0, 0, Double.NaN), CATALOG)),
        text);

    assertThat(text.toString()).isEqualTo(golden(name));
  }

  @Test
  void aNiceFileCarriesItsTime() {
    assertThat(new NiceHistory().fileName(NINE)).isEqualTo("History-2603020900.txt");
  }

  private static void write(Export export, List<WfmLine> lines, Appendable out) throws IOException {
    export.begin(out);
    for (WfmLine line : lines) {
      export.line(out, line);
    }
    export.end(out);
  }

  private static IntervalRow row(String queue, String channel, int minutes) {
    QueueTally tally = new QueueTally();
    tally.add(Measure.OFFERED, 20);
    tally.add(Measure.ANSWERED, 17);
    tally.add(Measure.ABANDONED, 3);
    tally.add(Measure.HANDLED, 16);
    tally.add(Measure.TALK_MICROS, 3_000_500_000L);
    tally.add(Measure.HOLD_MICROS, 120_000_000L);
    tally.add(Measure.WRAP_UP_MICROS, 480_000_000L);
    tally.add(Measure.ANSWER_WAIT_MICROS, 255_000_000L);
    return new IntervalRow(
        new QueueKey(queue, channel), start(minutes), 15, Basis.ARRIVAL, 1, tally);
  }

  private static ForecastRow forecast(
      String queue, String channel, int minutes, double contacts, double aht) {
    return new ForecastRow(
        new QueueKey(queue, channel),
        (int) QueueDefinition.DEFAULT.interval().toMinutes(),
        new IntervalForecast(start(minutes), contacts, 0, 0, contacts, contacts, contacts, aht),
        new Need(4, 5, null, Double.NaN, Double.POSITIVE_INFINITY),
        Leads.NONE,
        null,
        start(0));
  }

  private static long start(int minutes) {
    return Micros.of(NINE.plusSeconds(60L * minutes));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = ExportsTest.class.getResourceAsStream("/exports/" + name + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
