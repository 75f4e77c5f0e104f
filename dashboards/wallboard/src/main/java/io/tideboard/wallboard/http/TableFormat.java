// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.events.WireName;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.export.AmazonConnect;
import io.tideboard.wallboard.export.CalabrioForecast;
import io.tideboard.wallboard.export.CalabrioQueue;
import io.tideboard.wallboard.export.Export;
import io.tideboard.wallboard.export.GenesysHistory;
import io.tideboard.wallboard.export.NiceHistory;
import io.tideboard.wallboard.export.Verint;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a table of intervals is written. */
enum TableFormat implements WireName {
  JSON(null),
  CSV(null),
  /** Genesys Cloud: history to be imported. */
  GENESYS(new GenesysHistory()),
  /** Calabrio, once Teleopti: a forecast to be imported. */
  CALABRIO(new CalabrioForecast()),
  /** Calabrio: queue statistics to be imported. */
  CALABRIO_QUEUE(new CalabrioQueue()),
  /** NICE IEX: contact history to be imported. */
  NICE(new NiceHistory()),
  /** Verint: volumes by day. */
  VERINT(new Verint()),
  /** Amazon Connect: a forecast override. */
  CONNECT(new AmazonConnect());

  private final @Nullable Export export;

  TableFormat(@Nullable Export export) {
    this.export = export;
  }

  /** The workforce management system's own format; null of ours. */
  @Nullable Export export() {
    return export;
  }

  /** Answers with a table that has been written. */
  void send(RoutingContext request, Buffer body, Board.Now now) {
    if (export != null) {
      Instant time = now.stream() == null ? now.wall() : now.stream();
      request
          .response()
          .putHeader(
              "Content-Disposition", "attachment; filename=\"" + export.fileName(time) + '"');
    }
    Answers.send(request, this == JSON ? "application/json" : "text/csv; charset=utf-8", body);
  }
}
