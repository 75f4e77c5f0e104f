// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tideboard.wallboard.page.RunningPage.only;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.tideboard.core.queue.QueueKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The planner's page. */
class PlannerIT {

  private static final QueueKey SUPPORT = new QueueKey("Planned support", "voice");

  @RegisterExtension static final RunningPage RUNNING = new RunningPage();

  private void look() {
    RUNNING.topics().tell(Afternoon.waiting(SUPPORT, 1, 2));
    page().setViewportSize(1440, 900);
    RUNNING.look(only(SUPPORT) + "&view=forecast&theme=light");
  }

  @Test
  void theDayIsToldAgainstItsForecastAndItsStaff() {
    ForecastAnswers.on(page());
    look();
    assertThat(page().locator("[data-figure=soFar] b")).not().hasText("–");
    assertThat(page().locator("[data-figure=expected] span")).containsText("expected today (");
    assertThat(page().locator("[data-figure=short] span")).hasText("short of agents, first 15:30");
    Locator gap = page().locator("tbody tr", new Page.LocatorOptions().setHasText("15:30"));
    assertThat(gap.locator("td").nth(7)).containsText("−1");
    assertThat(gap.locator("td").nth(7).locator("svg")).isVisible();
    assertThat(page().locator("tbody tr.present th")).hasText("14:30");
    page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "planner.png")));
  }

  @Test
  void theSliderTellsWhatMoreAgentsWouldChange() {
    ForecastAnswers.on(page());
    look();
    Locator whatIf = page().locator(".whatif");
    assertThat(whatIf.locator("h3")).hasText("What if, 14:45 – 15:00");
    Locator level = whatIf.locator(".facts p").first();
    assertThat(level.locator("span")).containsText("in time (now");
    String before = level.locator("b").textContent();
    whatIf.locator("input").focus();
    page().keyboard().press("ArrowLeft");
    page().keyboard().press("ArrowLeft");
    assertThat(level.locator("b")).not().hasText(before);
    assertThat(whatIf.locator(".agents span")).containsText("instead of");
  }

  @Test
  void whatIsSeenCanBeExported() throws IOException {
    ForecastAnswers.on(page());
    look();
    assertThat(page().locator("tbody tr")).hasCount(46);
    Download download =
        page()
            .waitForDownload(() -> page().getByLabel("export").selectOption("as seen here (CSV)"));
    String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
    Assertions.assertThat(csv.lines()).hasSize(47);
    Assertions.assertThat(csv).contains("\r\n15:45,");
  }

  @Test
  void withoutAForecastThePageSaysSo() {
    page()
        .route(
            "**/api/v1/forecasts?*",
            route -> route.fulfill(new Route.FulfillOptions().setStatus(404).setBody("{}")));
    look();
    assertThat(page().locator(".whatif .note")).hasText("No forecast yet.");
    assertThat(page().locator("[data-figure=variance] b")).hasText("–");
    RUNNING.look(only(SUPPORT));
    assertThat(page().locator("#strip .band")).hasText("no forecast yet");
    assertThat(page().locator("#strip .ahead b")).hasText("–");
  }

  private static Page page() {
    return RUNNING.page();
  }
}
