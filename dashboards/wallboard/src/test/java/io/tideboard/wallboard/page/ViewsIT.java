// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tideboard.wallboard.page.Afternoon.abandoned;
import static io.tideboard.wallboard.page.Afternoon.breach;
import static io.tideboard.wallboard.page.Afternoon.waiting;
import static io.tideboard.wallboard.page.RunningPage.only;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.events.AgentState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages behind the tiles, what stands in the address, and what keys do. */
class ViewsIT {

  @RegisterExtension static final RunningPage RUNNING = new RunningPage();

  @Test
  void aTileLeadsToItsQueueWithWhoWaitsAndWhoGaveUp() {
    QueueKey key = new QueueKey("claims desk", "voice");
    RUNNING.topics().tell(waiting(key, 1, 3, 44, 1));
    RUNNING.topics().tell(breach(key, "contact-waiting", 44));
    RUNNING.topics().tell(abandoned(key, "contact-gone", 31));
    RUNNING.look(only(key));
    RUNNING.tile(key).locator("a.name").click();
    assertThat(page()).hasURL(Pattern.compile("view=queue&queue=claims\\+desk&channel=voice"));
    assertThat(table("Who waits, the longest first").locator("tbody tr")).hasCount(1);
    assertThat(table("Who waits, the longest first")).containsText("contact-waiting");
    assertThat(page().getByText("2 more wait, not for so long yet.")).isVisible();
    assertThat(table("Who gave up waiting, the latest first")).containsText("contact-gone");
    assertThat(table("The last broken promises")).containsText("contact-waiting");
    assertThat(table("By period").locator("tbody tr").first()).containsText("66 %");
    page().goBack();
    assertThat(RUNNING.tile(key)).isVisible();
  }

  @Test
  void everyTileIsARowOfTheTable() {
    QueueKey one = new QueueKey("row one", "voice");
    QueueKey two = new QueueKey("row two", "chat");
    RUNNING.topics().tell(waiting(one, 1, 3));
    RUNNING.topics().tell(waiting(two, 1, 5, 60, 2));
    RUNNING.look(only(one, two) + "&view=queues");
    Locator rows = table("Queues, worst first").locator("tbody tr");
    assertThat(rows).hasCount(2);
    assertThat(rows.first()).containsText("row two");
    assertThat(rows.first().locator("[data-state=breached]")).hasText("breached");
    assertThat(rows.first().locator("[data-state=breached] svg")).isVisible();
  }

  @Test
  void agentsAreShownWithStateReasonAndSinceWhen() {
    QueueKey key = new QueueKey("staffed", "voice");
    RUNNING.topics().tell(waiting(key, 1, 1));
    RUNNING.topics().tell(Afternoon.agent("zoe", "staffed", AgentState.AVAILABLE, null));
    RUNNING.topics().tell(Afternoon.agent("yan", "staffed", AgentState.BREAK, "lunch"));
    RUNNING.look(only(key) + "&view=agents");
    Locator rows = table("Agents by state, those longest in it first").locator("tbody tr");
    assertThat(rows).hasCount(2);
    assertThat(rows.nth(1)).containsText("yan");
    assertThat(rows.nth(1)).containsText("lunch");
    assertThat(rows.nth(1)).containsText(Pattern.compile("14:35:00.*2:0"));
    page().getByRole(AriaRole.BUTTON, named("break 1")).click();
    assertThat(rows).hasCount(1);
    assertThat(page()).hasURL(Pattern.compile("state=break"));
    RUNNING.look(only(key));
    assertThat(page().locator("[data-figure=agents] b")).hasText("1/ 2");
  }

  @Test
  void aFilterStandsInTheAddressAndSurvivesAReload() {
    QueueKey one = new QueueKey("chosen, with a comma", "voice");
    QueueKey two = new QueueKey("not chosen", "chat");
    RUNNING.topics().tell(waiting(one, 1, 3));
    RUNNING.topics().tell(waiting(two, 1, 3));
    RUNNING.look(only(one, two));
    assertThat(page().locator(".tile")).hasCount(2);
    page().keyboard().press("/");
    page().getByLabel(two.queue(), new Page.GetByLabelOptions().setExact(true)).uncheck();
    page().getByRole(AriaRole.BUTTON, named("Show")).click();
    assertThat(page().locator(".tile")).hasCount(1);
    page().reload();
    assertThat(page().locator(".tile")).hasCount(1);
    assertThat(RUNNING.tile(one)).isVisible();
  }

  @Test
  void keysChangeThemeMenusSoundAndPage() {
    QueueKey key = new QueueKey("keyed", "voice");
    RUNNING.topics().tell(waiting(key, 1, 3));
    RUNNING.look(only(key));
    assertThat(RUNNING.tile(key)).isVisible();
    page().keyboard().press("t");
    assertThat(page().locator("html")).hasAttribute("data-theme", "light");
    page().keyboard().press("m");
    assertThat(page().locator("#buttons button").first()).hasText("sound on");
    page().keyboard().press("m");
    assertThat(page().locator("#buttons button").first()).hasText("sound off");
    page().keyboard().press("?");
    assertThat(page().locator("dialog")).containsText("full screen");
    page().keyboard().press("Escape");
    assertThat(page().locator("dialog")).hasCount(0);
    page().keyboard().press("k");
    assertThat(page().locator("#views")).isHidden();
    page().keyboard().press("k");
    page().keyboard().press("2");
    assertThat(table("Queues, worst first")).isVisible();
    page().keyboard().press("f");
    assertThat(page().locator("html:fullscreen")).hasCount(1);
    assertThat(page()).hasURL(Pattern.compile("theme=light"));
  }

  @Test
  void noMoreThanTwelveTilesAreOnAPageAndKeysTurnIt() {
    QueueKey[] keys = new QueueKey[14];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new QueueKey("paged " + (char) ('a' + i), "voice");
      RUNNING.topics().tell(waiting(keys[i], 1, 3));
    }
    RUNNING.look(only(keys) + "&page=1");
    assertThat(page().locator(".tile")).hasCount(12);
    assertThat(page().locator("#order")).containsText("page 1 of 2, held");
    page().keyboard().press("ArrowRight");
    assertThat(page().locator(".tile")).hasCount(2);
    assertThat(page()).hasURL(Pattern.compile("page=2"));
    page().keyboard().press(" ");
    assertThat(page().locator("#order")).not().containsText("held");
  }

  @Test
  void aTileKeepsItsPlaceWhileItsStateChanges() {
    QueueKey calm = new QueueKey("placed calm", "voice");
    QueueKey worse = new QueueKey("placed worse", "voice");
    RUNNING.topics().tell(waiting(worse, 1, 3, 25, 1));
    RUNNING.topics().tell(waiting(calm, 1, 3));
    page().clock().install();
    RUNNING.look(only(calm, worse));
    assertThat(page().locator(".tile .name").first()).hasText("placed worse");
    RUNNING.topics().tell(waiting(worse, 2, 0, 0, 0));
    RUNNING.topics().tell(waiting(calm, 2, 3, 90, 3));
    assertThat(RUNNING.tile(calm)).hasAttribute("data-state", "breached");
    assertThat(page().locator(".tile .name").first()).hasText("placed worse");
    page().clock().fastForward(61_000);
    assertThat(page().locator(".tile .name").first()).hasText("placed calm");
  }

  @Test
  void aFigureTellsItsDefinitionOnFocus() {
    QueueKey key = new QueueKey("defined", "voice");
    RUNNING.topics().tell(waiting(key, 1, 3));
    RUNNING.look(only(key));
    page().keyboard().press("Tab");
    page().locator("[data-figure=level]").focus();
    assertThat(page().locator("[role=tooltip]"))
        .hasText("Share served in time, by the queue's formula.");
    page().locator("[data-figure=waiting]").hover();
    assertThat(page().locator("[role=tooltip]")).hasText("Queue visits begun and not ended.");
  }

  @Test
  void aBreachIsSaidOnceAnEpisode() {
    QueueKey key = new QueueKey("ringing", "voice");
    RUNNING.topics().tell(waiting(key, 1, 3));
    RUNNING.look(only(key));
    assertThat(RUNNING.tile(key)).isVisible();
    page()
        .evaluate(
            """
            () => {
              window.said = [];
              new MutationObserver(() => said.push(document.getElementById("alerts").textContent))
                .observe(document.getElementById("alerts"), {childList: true});
            }
            """);
    for (int revision = 2; revision < 6; revision++) {
      boolean breached = revision % 2 == 0;
      RUNNING.topics().tell(waiting(key, revision, 3, breached ? 60 : 9, breached ? 1 : 0));
      assertThat(RUNNING.tile(key)).hasAttribute("data-state", breached ? "breached" : "in-order");
    }
    Assertions.assertThat(page().evaluate("said").toString())
        .startsWith("[Breached: ringing, voice, longest wait 1:0")
        .doesNotContain(", Breached");
    assertThat(page().locator("[aria-live], [role=status]")).hasCount(0);
  }

  @Test
  void namesFullOfMarkupAndFormulasAreText() throws IOException {
    String hostile = "<img src=x onerror=document.title='owned'>";
    QueueKey key = new QueueKey(hostile, "chat");
    QueueKey formula = new QueueKey("=HYPERLINK(\"http://x\")", "chat");
    RUNNING.topics().tell(waiting(key, 1, 4));
    RUNNING.topics().tell(waiting(formula, 1, 4));
    RUNNING.topics().tell(breach(key, "\"><script>document.title='owned'</script>", 44));
    RUNNING.look(only(key, formula));
    assertThat(page().locator(".tile .name").first()).isVisible();
    assertThat(page().locator(".tile .name").getByText(hostile)).isVisible();
    RUNNING.look(only(key, formula) + "&view=queues");
    assertThat(table("Queues, worst first")).containsText(hostile);
    Download download = page().waitForDownload(() -> page().locator("button.export").click());
    Assertions.assertThat(Files.readString(download.path(), StandardCharsets.UTF_8))
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    page().getByText(hostile).click();
    assertThat(table("The last broken promises")).containsText("<script>");
    assertThat(page().locator("img, main script")).hasCount(0);
    assertThat(page()).not().hasTitle("owned");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator table(String caption) {
    return page().locator("table:has(caption:text-is(\"" + caption + "\"))");
  }

  private static Page page() {
    return RUNNING.page();
  }
}
