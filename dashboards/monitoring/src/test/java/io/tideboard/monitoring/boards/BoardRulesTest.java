// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of Grafana's dashboard linter, and those of ours. */
class BoardRulesTest {

  private static final Pattern COUNTER = Pattern.compile("\\w+_total\\b");
  private static final Pattern GROWTH =
      Pattern.compile("(?:rate|increase)\\(\\w+_(?:total|bucket|sum|count)(?:\\{[^}]*})?\\[");
  private static final Pattern RANGE = Pattern.compile("\\[([^]]*)]");

  static Stream<Board> boards() {
    return Boards.all().stream();
  }

  private static List<Panel> panels(Board board) {
    return board.rows().stream().flatMap(row -> row.panels().stream()).toList();
  }

  private static List<String> expressions(Board board) {
    return panels(board).stream()
        .flatMap(panel -> panel.queries.stream())
        .map(Query::expression)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("boards")
  void whoeverLooksChoosesTheDataSource(Board board) {
    ObjectNode json = BoardJson.of(board);
    assertThat(json.findValues("datasource"))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    assertThat(json.path("templating").path("list").path(0).path("type").asText())
        .isEqualTo("datasource");
  }

  @ParameterizedTest
  @MethodSource("boards")
  void everyPanelHasATitleADescriptionAUnitAndAQuery(Board board) {
    assertThat(panels(board))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            panel -> {
              assertThat(panel.title).isNotBlank();
              assertThat(panel.description).endsWith(".");
              assertThat(panel.unit).isNotBlank();
              assertThat(panel.queries).isNotEmpty();
            });
    assertThat(panels(board)).extracting(panel -> panel.title).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("boards")
  void countersAreNeverShownAsTheyStand(Board board) {
    for (String expression : expressions(board)) {
      long counters = COUNTER.matcher(expression).results().count();
      long growths =
          GROWTH.matcher(expression).results().filter(g -> g.group().contains("_total")).count();
      assertThat(growths).as(expression).isEqualTo(counters);
    }
  }

  @ParameterizedTest
  @MethodSource("boards")
  void rangesFollowTheBoardsTimeOrAnInterval(Board board) {
    for (String expression : expressions(board)) {
      assertThat(RANGE.matcher(expression).results())
          .as(expression)
          .allSatisfy(
              range -> assertThat(range.group(1)).isIn("$__rate_interval", "$__range", "15m"));
      if (expression.contains("rate(")) {
        assertThat(expression).contains("$__rate_interval");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("boards")
  void figuresOfQueuesFollowTheChosenQueueAndChannel(Board board) {
    List<String> ofQueues =
        expressions(board).stream()
            .filter(
                each ->
                    each.contains("tideboard_contacts_waiting")
                        || each.contains("by (queue, channel) (tideboard_contacts"))
            .toList();
    assertThat(ofQueues)
        .allSatisfy(
            each -> assertThat(each).contains("queue=~\"$queue\"", "channel=~\"$channel\""));
    if (!ofQueues.isEmpty()) {
      assertThat(board.variables()).extracting(Variable::name).contains("queue", "channel");
    }
  }

  @ParameterizedTest
  @MethodSource("boards")
  void panelsStandBesideEachOtherAndNeverOverlap(Board board) {
    boolean[][] taken = new boolean[200][Panel.WHOLE];
    BoardJson.of(board)
        .path("panels")
        .forEach(
            panel -> {
              var place = panel.path("gridPos");
              for (int y = place.path("y").asInt();
                  y < place.path("y").asInt() + place.path("h").asInt();
                  y++) {
                for (int x = place.path("x").asInt();
                    x < place.path("x").asInt() + place.path("w").asInt();
                    x++) {
                  assertThat(taken[y][x]).as("%s at %d, %d", panel.path("title"), x, y).isFalse();
                  taken[y][x] = true;
                }
              }
            });
  }
}
