// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.results.Basis;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.table.IntervalFilter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is expected: at first of the hours to come, and then what changed, as the call has it. */
final class ForecastPart implements StreamPart {

  private static final Duration AN_INTERVAL = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofHours(3);

  private final Board board;

  ForecastPart(Board board) {
    this.board = board;
  }

  @Override
  public String event() {
    return "forecasts";
  }

  @Override
  public void whole(JsonGenerator json, Board.Now now) throws IOException {
    Instant time = now.stream() == null ? now.wall() : now.stream();
    IntervalFilter.Period soon =
        new IntervalFilter.Period(Micros.of(time.minus(AN_INTERVAL)), Micros.of(time.plus(SOON)));
    IntervalFilter filter = new IntervalFilter(Basis.ARRIVAL, null, null, soon);
    ForecastWriter.rows(json, board.forecasts().rows(filter).iterator());
  }

  @Override
  public Json.@Nullable Fields news(Board.Now now, long after) {
    if (board.forecastSequence() <= after) {
      return null;
    }
    List<ForecastRow> rows = board.forecasts().after(after);
    return rows.isEmpty() ? null : json -> ForecastWriter.rows(json, rows.iterator());
  }
}
