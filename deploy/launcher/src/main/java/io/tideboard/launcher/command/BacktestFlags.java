// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.core.backtest.BacktestPlan;
import io.tideboard.core.calendar.Durations;
import io.tideboard.core.forecast.DemandTerms;
import io.tideboard.launcher.CommandFailed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which forecasts a backtest makes. */
final class BacktestFlags {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "The first day to forecast.")
  private String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "The last day to forecast.")
  private String to;

  @Option(
      names = "--interval",
      defaultValue = "30m",
      paramLabel = "DURATION",
      description =
          "Length of the intervals, 5m to 1h (default: 30m). A finer history is summed up.")
  private String interval;

  @Option(
      names = "--time-zone",
      defaultValue = "UTC",
      paramLabel = "ZONE",
      description = "Of days, and of starts without an offset (default: UTC).")
  private String timeZone;

  @Option(
      names = "--cutoff",
      defaultValue = "12:00",
      paramLabel = "TIME",
      description = "Until when the intraday forecast knows a day, local time (default: 12:00).")
  private String cutoff;

  /**
   * What was asked for.
   *
   * @throws CommandFailed with exit code 2 when it makes no sense
   */
  BacktestPlan plan() {
    LocalDate first = parse("--from", from, LocalDate::parse, "a date such as 2026-01-31");
    LocalDate last = parse("--to", to, LocalDate::parse, "a date such as 2026-01-31");
    Duration length = parse("--interval", interval, Durations::parse, Durations.EXPECTED);
    ZoneId zone = parse("--time-zone", timeZone, ZoneId::of, "a zone such as Europe/Berlin");
    LocalTime time = parse("--cutoff", cutoff, LocalTime::parse, "a time such as 12:00");
    try {
      return new BacktestPlan(new DemandTerms(zone, length), first, last, time);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }

  private static <T> T parse(
      String flag, String value, Function<String, T> parser, String expected) {
    try {
      return parser.apply(value);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw CommandFailed.usage("'" + value + "' as " + flag + ": expected " + expected);
    }
  }
}
