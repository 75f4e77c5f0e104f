// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.wallboard.board.AgentStanding;
import io.tideboard.wallboard.board.Board;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What agents do, and who is not known any more. */
final class AgentPart implements StreamPart {

  private final Board board;

  AgentPart(Board board) {
    this.board = board;
  }

  @Override
  public String event() {
    return "agents";
  }

  @Override
  public void whole(JsonGenerator json, Board.Now now) throws IOException {
    AgentJson.agents(json, now, board.staff().agents());
  }

  @Override
  public Json.@Nullable Fields news(Board.Now now, long after) {
    List<AgentStanding> agents = board.staff().agentsAfter(after);
    List<String> gone = board.staff().goneAfter(after);
    if (agents.isEmpty() && gone.isEmpty()) {
      return null;
    }
    return json -> {
      AgentJson.agents(json, now, agents);
      json.writeArrayFieldStart("gone");
      for (String agent : gone) {
        json.writeString(agent);
      }
      json.writeEndArray();
    };
  }
}
