// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import java.util.List;

/** All boards. */
final class Boards {

  private Boards() {}

  static List<Board> all() {
    return List.of(
        OperationsBoard.board(),
        QueueBoard.board(),
        AlertsBoard.board(),
        ForecastBoard.board(),
        PipelineBoard.board());
  }
}
