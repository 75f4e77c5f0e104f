// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.Standing;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How queues stand: of each that changed everything. */
final class QueuePart implements StreamPart {

  private final Board board;
  private final BoardJson write;

  QueuePart(Board board, BoardJson write) {
    this.board = board;
    this.write = write;
  }

  @Override
  public String event() {
    return "queues";
  }

  @Override
  public void whole(JsonGenerator json, Board.Now now) throws IOException {
    write.queues(json, now, board.queues());
  }

  @Override
  public Json.@Nullable Fields news(Board.Now now, long after) {
    List<Standing> changed =
        board.queues().stream().filter(each -> each.sequence() > after).toList();
    return changed.isEmpty() ? null : json -> write.queues(json, now, changed);
  }
}
