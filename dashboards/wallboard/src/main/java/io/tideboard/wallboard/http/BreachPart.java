// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.ToldBreach;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Breaches, and those that a late event took back; the latest of them. */
final class BreachPart implements StreamPart {

  private static final int MOST = 500;

  private final Board board;
  private final BoardJson write;

  BreachPart(Board board, BoardJson write) {
    this.board = board;
    this.write = write;
  }

  @Override
  public String event() {
    return "breaches";
  }

  @Override
  public void whole(JsonGenerator json, Board.Now now) throws IOException {
    write.breaches(json, holding(board.breachesAfter(0, MOST)));
  }

  @Override
  public Json.@Nullable Fields news(Board.Now now, long after) {
    List<ToldBreach> news = board.breachesAfter(after, MOST);
    if (news.isEmpty()) {
      return null;
    }
    return json -> {
      write.breaches(json, holding(news));
      json.writeArrayFieldStart("withdrawn");
      for (ToldBreach each : news) {
        if (each.told().withdrawn()) {
          json.writeString(each.told().breach().id());
        }
      }
      json.writeEndArray();
    };
  }

  private static List<Breach> holding(List<ToldBreach> told) {
    return told.stream()
        .map(ToldBreach::told)
        .filter(record -> !record.withdrawn())
        .map(BreachRecord::breach)
        .toList();
  }
}
