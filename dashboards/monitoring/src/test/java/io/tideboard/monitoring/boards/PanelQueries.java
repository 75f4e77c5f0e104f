// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What panels ask, with the variables filled in as Grafana does when all is chosen. */
public final class PanelQueries {

  private PanelQueries() {}

  /** Each with the board and panel that it belongs to. */
  public static Stream<Arguments> all() {
    return Boards.all().stream()
        .flatMap(
            board ->
                board.rows().stream()
                    .flatMap(row -> row.panels().stream())
                    .flatMap(
                        panel ->
                            panel.queries.stream()
                                .map(
                                    query ->
                                        Arguments.of(
                                            board.title()
                                                + ": "
                                                + panel.title
                                                + ": "
                                                + query.legend(),
                                            filled(query.expression())))));
  }

  private static String filled(String expression) {
    return expression
        .replace("$__rate_interval", "2s")
        .replace("$__range", "1m")
        .replace("$queue", ".*")
        .replace("$horizon", "15m")
        .replace("$channel", ".*");
  }
}
