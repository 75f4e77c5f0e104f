// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tideboard.wallboard.page.Afternoon.waiting;
import static io.tideboard.wallboard.page.RunningPage.only;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.events.access.KeyHash;
import io.tideboard.wallboard.Figures;
import io.tideboard.wallboard.Wallboard;
import io.tideboard.wallboard.access.Role;
import io.tideboard.wallboard.access.Token;
import io.tideboard.wallboard.access.Tokens;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page shows while data comes, and when it does not come any more. */
class PageIT {

  private static final String TOKEN = "a-long-random-token-of-the-wall";

  @RegisterExtension static final RunningPage RUNNING = new RunningPage();

  @Test
  void numbersChangeWhileOneLooks() {
    QueueKey key = new QueueKey("changing", "voice");
    RUNNING.topics().tell(waiting(key, 1, 4));
    RUNNING.look(only(key));
    assertThat(RUNNING.tile(key).locator(".waiting b")).hasText("4");
    RUNNING.topics().tell(waiting(key, 2, 9));
    assertThat(RUNNING.tile(key).locator(".waiting b")).hasText("9");
    assertThat(page().locator("[data-figure=waiting] b")).hasText("9");
    assertThat(RUNNING.tile(key).locator(".level")).hasText("66 % of 3");
  }

  @Test
  void theLongestWaitCountsOnBetweenTwoUpdates() {
    QueueKey key = new QueueKey("counting", "voice");
    RUNNING.topics().tell(waiting(key, 1, 1, 9, 0));
    RUNNING.look(only(key));
    assertThat(RUNNING.tile(key).locator(".longest b"))
        .hasText(Pattern.compile("0:(09|1\\d)"));
    assertThat(RUNNING.tile(key).locator(".longest b"))
        .hasText(Pattern.compile("0:1[2-9]"));
  }

  /** A fade would leave a tile filled for a moment after its word has gone. */
  @Test
  void aTileIsNeverFilledWithoutItsWord() {
    QueueKey key = new QueueKey("flashing", "voice");
    RUNNING.topics().tell(waiting(key, 1, 2, 25, 2));
    RUNNING.look(only(key));
    assertThat(RUNNING.tile(key).locator(".state")).hasText("BREACHED2");
    assertThat(RUNNING.tile(key).locator(".state svg")).isVisible();
    page()
        .evaluate(
            """
            () => {
              const tile = document.querySelector(".tile");
              window.filledWithout = 0;
              window.frames = 0;
              const filled = getComputedStyle(tile).backgroundColor;
              const look = () => {
                const word = tile.querySelector(".state").getBoundingClientRect().width > 0
                  && tile.dataset.state === "breached";
                window.frames += 1;
                window.filledWithout += getComputedStyle(tile).backgroundColor === filled && !word;
                requestAnimationFrame(look);
              };
              look();
            }
            """);
    for (int turn = 1; turn <= 3; turn++) {
      RUNNING.topics().tell(waiting(key, 2 * turn, 0, 0, 0));
      assertThat(RUNNING.tile(key)).hasAttribute("data-state", "in-order");
      assertThat(RUNNING.tile(key).locator(".state")).isHidden();
      RUNNING.topics().tell(waiting(key, 2 * turn + 1, 2, 25, 2));
      assertThat(RUNNING.tile(key)).hasAttribute("data-state", "breached");
    }
    Assertions.assertThat((int) page().evaluate("window.frames")).isPositive();
    Assertions.assertThat((int) page().evaluate("window.filledWithout")).isZero();
  }

  @Test
  void whereThereIsNoDataThereIsADash() {
    QueueKey key = new QueueKey("empty", "chat");
    QueueStatus.Line line = new QueueStatus.Line(0, OptionalLong.empty(), 0, 0, 1);
    RUNNING.topics().tell(Figures.status(key, 1, Afternoon.NOW, line, new QueueTally()));
    RUNNING.look(only(key));
    assertThat(RUNNING.tile(key).locator(".longest b")).hasText("–");
    assertThat(RUNNING.tile(key).locator(".level p")).hasText("–");
    assertThat(page().locator("[data-figure=level] b")).hasText("–");
    assertThat(page().locator("[data-figure=abandoned] b")).hasText("–");
    assertThat(page().locator("[data-figure=agents] b")).hasText("–");
  }

  @Test
  void anUnknownChannelWithNothingInItHasNoTile() {
    QueueKey known = new QueueKey("half known", "voice");
    QueueKey unknown = new QueueKey("half known", "unknown");
    QueueStatus.Line line = new QueueStatus.Line(0, OptionalLong.empty(), 0, 0, 0);
    RUNNING.topics().tell(Figures.status(unknown, 1, Afternoon.NOW, line, new QueueTally()));
    RUNNING.topics().tell(waiting(known, 1, 4));
    RUNNING.look(only(known));
    assertThat(RUNNING.tile(known)).isVisible();
    assertThat(RUNNING.tile(unknown)).hasCount(0);
  }

  @Test
  void dataThatNoLongerComesTurnsAmberAndThenThePageGrey() {
    QueueKey key = new QueueKey("silent", "voice");
    page().clock().install();
    RUNNING.topics().tell(waiting(key, 1, 4));
    RUNNING.look(only(key));
    assertThat(page().locator("#freshness")).hasAttribute("data-level", "live");
    page().clock().fastForward(6_000);
    assertThat(page().locator("#freshness")).hasAttribute("data-level", "ageing");
    assertThat(page().locator("#stale")).isHidden();
    page().clock().fastForward(12_000);
    assertThat(page().locator("#stale")).containsText(Pattern.compile("DATA STALE 0:1[5-9]"));
    assertThat(page().locator("body")).hasClass("stale");
    assertThat(page().locator("[role=alert]")).hasText("Data stale");
    RUNNING.topics().tell(waiting(key, 2, 5));
    assertThat(page().locator("#stale")).isHidden();
    assertThat(RUNNING.tile(key).locator(".waiting b")).hasText("5");
  }

  @Test
  void aTokenIsTakenOutOfTheAddressOrAskedFor() {
    QueueKey key = new QueueKey("guarded", "voice");
    RUNNING.topics().tell(waiting(key, 1, 4));
    Token wall = new Token("wall", Role.VIEWER, List.of(KeyHash.of(TOKEN)));
    try (Wallboard guarded =
        Wallboard.start(RunningPage.settings(RUNNING.kafka(), 0).with(new Tokens(List.of(wall))))) {
      RUNNING.lookAt(guarded, only(key));
      page().getByLabel("Its administrator has given you one:").fill("a wrong one");
      page().keyboard().press("Enter");
      page().getByLabel("The token was not accepted. Another one:").fill(TOKEN);
      page().keyboard().press("Enter");
      assertThat(RUNNING.tile(key).locator(".waiting b")).hasText("4");
      page().evaluate("sessionStorage.clear()");
      RUNNING.lookAt(guarded, "?theme=light#token=" + TOKEN);
      assertThat(page()).hasURL(Pattern.compile("theme=light$"));
      assertThat(page().locator("#freshness")).containsText("old");
    }
  }

  @Test
  void thePageComesBackByItselfAfterARestartOfTheService() {
    QueueKey key = new QueueKey("restarted", "voice");
    RUNNING.topics().tell(waiting(key, 1, 4));
    Wallboard first = RunningPage.open(RUNNING.kafka(), 0);
    int port = first.port();
    RUNNING.lookAt(first, only(key));
    assertThat(RUNNING.tile(key).locator(".waiting b")).hasText("4");
    first.close();
    assertThat(page().locator("#freshness")).containsText("reconnecting");
    RUNNING.topics().tell(waiting(key, 2, 7));
    try (Wallboard second = RunningPage.open(RUNNING.kafka(), port)) {
      assertThat(RUNNING.tile(key).locator(".waiting b")).hasText("7");
      serveAnotherPage();
    }
    try (Wallboard third = RunningPage.open(RUNNING.kafka(), port)) {
      assertThat(page().locator("html[data-before]")).hasCount(0);
      assertThat(RUNNING.tile(key).locator(".waiting b")).hasText("7");
    }
  }

  /** From now on another version of the page is there: the one that runs has to go. */
  private static void serveAnotherPage() {
    page().evaluate("document.documentElement.dataset.before = 1");
    page()
        .route(
            "**/version.json",
            route -> route.fulfill(new Route.FulfillOptions().setBody("{\"page\":\"another\"}")));
  }

  private static Page page() {
    return RUNNING.page();
  }
}
