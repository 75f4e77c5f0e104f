// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.wallboard.board.Board;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One of the things that the stream tells of. */
interface StreamPart {

  /** What its events are called. */
  String event();

  /** Its fields of a snapshot. */
  void whole(JsonGenerator json, Board.Now now) throws IOException;

  /** What changed after that change of the board; null when nothing did. */
  Json.@Nullable Fields news(Board.Now now, long after);
}
