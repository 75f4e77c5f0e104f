// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.Standing;
import io.tideboard.wallboard.board.TeamStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The board as metrics, with absolute values, made anew for every scrape. A queue whose status is
 * too old is not exposed: an old number must not pass for a new one.
 */
final class FigurePage {

  private final Board board;
  private final QueueDefinitions catalog;
  private final Duration exposeFor;
  private final int mostSeries;
  private final Showing queues;
  private final Showing teams = new Showing(TeamFamilies.all());
  private long dropped;

  /**
   * @param exposeFor how long after its arrival a status is exposed
   * @param mostSeries how many series of queues and teams a page has at most
   */
  FigurePage(Board board, QueueDefinitions catalog, Duration exposeFor, int mostSeries) {
    this.board = board;
    this.catalog = catalog;
    this.exposeFor = exposeFor;
    this.mostSeries = mostSeries;
    List<Family> families = new ArrayList<>(QueueFamilies.all());
    families.addAll(new ForecastFamilies(board.forecasts()).all());
    this.queues = new Showing(families);
  }

  synchronized void write(TextPage page) {
    Board.Now now = board.now();
    Instant eldest = now.wall().minus(exposeFor);
    SeriesBudget budget = new SeriesBudget(mostSeries);
    updateQueues(now, eldest);
    updateTeams(eldest);
    queues.write(page, budget);
    teams.write(page, budget);
    dropped += budget.dropped();
    page.put(
        TextPage.ascii(
            """
            # HELP tideboard_series_dropped_total Series left out of pages beyond wallboard.maxSeries.
            # TYPE tideboard_series_dropped_total counter
            tideboard_series_dropped_total \
            """));
    page.put(dropped).put('\n');
  }

  private void updateQueues(Board.Now now, Instant eldest) {
    Set<Object> fresh = new HashSet<>();
    for (Standing each : board.queues()) {
      if (!each.receivedAt().isBefore(eldest)) {
        fresh.add(each.key());
        queues
            .get(each.key(), () -> new Shown(each.key().queue(), each.key().channel()))
            .update(each.status(), each.receivedAt(), catalog.of(each.key().queue()), now);
      }
    }
    queues.keep(fresh);
  }

  private void updateTeams(Instant eldest) {
    Set<Object> fresh = new HashSet<>();
    for (TeamStanding each : board.staff().teams()) {
      String queue = each.status().queue();
      if (!each.receivedAt().isBefore(eldest)) {
        fresh.add(queue);
        teams.get(queue, () -> new Shown(queue, null)).update(each.status());
      }
    }
    teams.keep(fresh);
  }
}
