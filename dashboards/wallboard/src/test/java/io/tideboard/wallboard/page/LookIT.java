// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.events.AgentState;
import io.tideboard.wallboard.PlausibleCenter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the page looks: for whom it can be read, on which screens. */
class LookIT {

  @RegisterExtension static final RunningPage RUNNING = new RunningPage();

  /** The keys of the views. */
  private static final List<String> VIEWS = List.of("1", "2", "3", "4", "5");

  private String center;

  /** Anew before each test, so that the data is not stale. */
  @BeforeEach
  void tellOfTheCenter() {
    List<QueueStatus> queues = PlausibleCenter.at(Afternoon.NOW);
    queues.forEach(RUNNING.topics()::tell);
    for (int i = 0; i < 12; i++) {
      AgentState state = AgentState.values()[i % 4];
      RUNNING.topics().tell(Afternoon.agent("agent-" + i, "Claims", state, null));
    }
    center =
        "?queues="
            + queues.stream()
                .map(each -> RunningPage.encoded(RunningPage.encoded(each.key().queue())))
                .distinct()
                .collect(Collectors.joining(","));
  }

  @Test
  void theWholeCenterIsSeenAtOnce() {
    RUNNING.look(center + "&title=Berlin&kiosk=1");
    assertThat(page().locator(".tile")).hasCount(11);
    assertThat(page().locator("[data-figure=waiting] b")).hasText("70");
    assertThat(page().locator("[data-figure=longest] b")).containsText("4:1");
    assertThat(page().locator("[data-figure=longest] .label")).hasText("longest · Claims");
    assertThat(page().locator(".tile").first()).hasAttribute("data-key", "Claims/voice");
    shoot("wallboard.png");
    RUNNING.look(center + "&title=Berlin&kiosk=1&theme=light");
    assertThat(page().locator(".tile")).hasCount(11);
    shoot("wallboard-light.png");
  }

  /** Labels of 28 px, key figures of 64, the center's of 120; and nothing cut off. */
  @Test
  void theWallCanBeReadFromFiveMetres() {
    RUNNING.look(center);
    assertThat(page().locator(".tile")).hasCount(11);
    assertThat(smallest("main *, header *")).isGreaterThanOrEqualTo(28);
    assertThat(smallest(".waiting b, .longest > b, .ahead b")).isGreaterThanOrEqualTo(64);
    assertThat(smallest(".figure > b > span")).isGreaterThanOrEqualTo(120);
    assertThat((List<?>) page().evaluate(CUT_OFF)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "820, 1180", "1366, 768", "3840, 2160"})
  void noScreenIsTooNarrow(int width, int height) {
    page().setViewportSize(width, height);
    RUNNING.look(center);
    for (String view : VIEWS) {
      page().keyboard().press(view);
      assertThat(page().locator("main *").first()).isVisible();
      assertThat((int) page().evaluate("document.documentElement.scrollWidth"))
          .as("view %s", view)
          .isLessThanOrEqualTo(width);
    }
    page().keyboard().press("1");
    assertThat(page().locator(".tile")).hasCount(11);
    shoot("wallboard-" + width + ".png");
  }

  @Test
  void nothingKeepsAnybodyFromReadingThePage() {
    ForecastAnswers.on(page());
    RUNNING.look(center + "&view=queue&queue=Claims&channel=voice");
    assertThat(page().locator(".facts b").first()).hasText("14");
    assertThat(faults(everything())).as("one queue, dark").isEmpty();
    turnLight();
    assertThat(faults(contrast())).as("one queue, light").isEmpty();
    page().keyboard().press("1");
    assertThat(page().locator(".tile")).hasCount(11);
    assertThat(faults(contrast())).as("wall, light").isEmpty();
    page().keyboard().press("4");
    assertThat(page().locator("tbody tr.present")).isVisible();
    assertThat(faults(everything())).as("forecast, light").isEmpty();
    page().keyboard().press("t");
    page().keyboard().press("t");
    for (String view : List.of("1", "2", "3", "5")) {
      page().keyboard().press(view);
      assertThat(page().locator("main *").first()).isVisible();
      assertThat(faults(everything())).as("view %s, dark", view).isEmpty();
    }
    page().keyboard().press("?");
    assertThat(page().locator("dialog")).isVisible();
    assertThat(faults(everything())).as("help").isEmpty();
  }

  private static void turnLight() {
    page().keyboard().press("t");
    assertThat(page().locator("html")).hasAttribute("data-theme", "light");
  }

  private static AxeBuilder contrast() {
    return new AxeBuilder(page()).withRules(List.of("color-contrast"));
  }

  private static AxeBuilder everything() {
    return new AxeBuilder(page())
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
  }

  private static List<String> faults(AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
        .map(fault -> fault.getId() + ": " + fault.getNodes())
        .toList();
  }

  @Test
  void whoWantsNoMotionSeesNone() {
    page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    RUNNING.look(center);
    assertThat(page().locator(".tile")).hasCount(11);
    assertThat(
            (String)
                page()
                    .evaluate(
                        "getComputedStyle(document.querySelector('main')).transitionDuration"))
        .isEqualTo("0s");
  }

  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll(".tile, #strip, header, .foot")]
        .filter(box => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
        .map(box => box.className + box.id)
      """;

  private static double smallest(String selector) {
    Object size =
        page()
            .evaluate(
                """
                selector => Math.min(...[...document.querySelectorAll(selector)]
                  .filter(node => node.offsetParent
                    && [...node.childNodes].some(each => each.nodeType === 3 && each.data.trim()))
                  .map(node => parseFloat(getComputedStyle(node).fontSize)))
                """,
                selector);
    return ((Number) size).doubleValue();
  }

  private static void shoot(String name) {
    page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name)));
  }

  private static Page page() {
    return RUNNING.page();
  }
}
