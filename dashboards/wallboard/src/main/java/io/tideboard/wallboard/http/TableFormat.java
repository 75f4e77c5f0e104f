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
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a table of intervals is written. */
enum TableFormat implements WireName {
  JSON(null),
  CSV(null),
  /** Genesys Cloud: history to be imported. */
  GENESYS(GenesysHistory::new),
  /** Calabrio, once Teleopti: a forecast to be imported. */
  CALABRIO(CalabrioForecast::new),
  /** Calabrio: queue statistics to be imported. */
  CALABRIO_QUEUE(CalabrioQueue::new),
  /** NICE IEX: contact history to be imported. */
  NICE(NiceHistory::new),
  /** Verint: volumes by day. */
  VERINT(Verint::new),
  /** Amazon Connect: a forecast override. */
  CONNECT(AmazonConnect::new);

  private final @Nullable Supplier<Export> export;

  TableFormat(@Nullable Supplier<Export> export) {
    this.export = export;
  }

  /** A new file in the workforce management system's own format; null of ours. */
  @Nullable Export export() {
    return export == null ? null : export.get();
  }

  /** Says what the file is called that is answered with. */
  static void name(RoutingContext request, Export export, Board.Now now) {
    Instant time = now.stream() == null ? now.wall() : now.stream();
    request
        .response()
        .putHeader("Content-Disposition", "attachment; filename=\"" + export.fileName(time) + '"');
  }
}
