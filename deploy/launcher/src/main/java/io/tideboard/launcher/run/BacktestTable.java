// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tideboard.core.backtest.BacktestRow;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.IntervalForecast;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes forecasts and actuals, one row each. Starts are written as local time with offset, figures
 * with three decimals.
 */
public final class BacktestTable implements Closeable {

  private static final CsvSchema COLUMNS =
      CsvSchema.builder()
          .addColumn("task")
          .addColumn("queue")
          .addColumn("channel")
          .addColumn("start")
          .addColumn("actual")
          .addColumn("contacts")
          .addColumn("p025")
          .addColumn("p10")
          .addColumn("p50")
          .addColumn("p90")
          .addColumn("p975")
          .setUseHeader(true)
          .build();

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final CsvGenerator csv;
  private final ZoneId zone;

  /** A new file, in place of one that may be there. */
  public BacktestTable(Path file, ZoneId zone) throws IOException {
    this.csv = new CsvFactory().createGenerator(Files.newBufferedWriter(file));
    this.zone = zone;
    csv.setSchema(COLUMNS);
    csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING); // or whatever is long is quoted
  }

  /** Writes a row. */
  public void write(BacktestRow row) {
    IntervalForecast forecast = row.forecast();
    try {
      csv.writeStartObject();
      csv.writeStringField("task", row.task().wire());
      csv.writeStringField("queue", row.key().queue());
      csv.writeStringField("channel", row.key().channel());
      csv.writeStringField("start", START.format(Micros.instant(forecast.start()).atZone(zone)));
      figure("actual", row.actual());
      figure("contacts", forecast.contacts());
      figure("p025", forecast.p025());
      figure("p10", forecast.p10());
      figure("p50", forecast.p50());
      figure("p90", forecast.p90());
      figure("p975", forecast.p975());
      csv.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void figure(String column, double value) throws IOException {
    csv.writeFieldName(column);
    csv.writeNumber(
        BigDecimal.valueOf(Math.round(value * 1000), 3).stripTrailingZeros().toPlainString());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
