// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.line;
import static io.tideboard.wallboard.Figures.status;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, over a real broker. */
class PageIT {

  private static Playwright playwright;
  private static Browser browser;

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private final List<String> errors = new ArrayList<>();
  private ResultTopics topics;
  private Wallboard wallboard;
  private Page page;

  @BeforeAll
  static void openBrowser() {
    Path chromium = OutsideTool.at("/usr/bin/chromium");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void closeBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void start() {
    kafka.createTopics(2);
    topics = new ResultTopics(kafka);
    open(0);
    page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1920, 1080));
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("net::ERR_")) {
            errors.add(message.text());
          }
        });
  }

  @AfterEach
  void stop() {
    page.close();
    wallboard.close();
    topics.close();
    kafka.close();
    Assertions.assertThat(errors).isEmpty();
  }

  private void open(int port) {
    wallboard =
        Wallboard.start(
            WallboardSettings.of(kafka.bootstrapServers())
                .onPort(port)
                .with(PlausibleCenter.CATALOG));
  }

  private void look() {
    page.navigate("http://127.0.0.1:" + wallboard.port() + "/");
  }

  private Locator tile(QueueKey key) {
    return page.locator(".tile[data-key='" + key.wire() + "']");
  }

  @Test
  void numbersChangeWhileOneLooks() {
    topics.tell(status(SALES, 1, 4, 30));
    look();
    assertThat(tile(SALES).locator(".waiting b")).hasText("4");
    topics.tell(status(SALES, 2, 9, 30));
    assertThat(tile(SALES).locator(".waiting b")).hasText("9");
    assertThat(page.locator("[data-figure=waiting] b")).hasText("9");
    assertThat(tile(SALES).locator(".level")).hasText("66 % of 3");
  }

  @Test
  void stateIsToldByWordAndShapeAndReturnsToOrder() {
    topics.tell(status(SALES, 1, Figures.NINE, line(2, 25, 1), Figures.answered(4)));
    look();
    assertThat(tile(SALES)).hasAttribute("data-state", "breached");
    assertThat(tile(SALES).locator(".state")).hasText("BREACHED");
    assertThat(tile(SALES).locator(".state svg")).isVisible();
    topics.tell(status(SALES, 2, Figures.NINE, line(0, 0, 0), Figures.answered(4)));
    assertThat(tile(SALES)).hasAttribute("data-state", "in-order");
    assertThat(tile(SALES).locator(".longest b")).hasText("–");
  }

  @Test
  void aQueueNamedLikeMarkupIsShownAsItsName() {
    String hostile = "<img src=x onerror=document.title='owned'>";
    topics.tell(status(new QueueKey(hostile, "chat"), 1, 4, 30));
    look();
    assertThat(page.locator(".tile .name")).hasText(hostile);
    assertThat(page.locator("img")).hasCount(0);
    assertThat(page).hasTitle("Tideboard");
  }

  @Test
  void dataThatNoLongerComesTurnsAmberAndThenThePageGrey() {
    page.clock().install();
    topics.tell(status(SALES, 1, 4, 30));
    look();
    assertThat(page.locator("#freshness")).hasAttribute("data-level", "live");
    page.clock().fastForward(6_000);
    assertThat(page.locator("#freshness")).hasAttribute("data-level", "ageing");
    assertThat(page.locator("#stale")).isHidden();
    page.clock().fastForward(12_000);
    assertThat(page.locator("#stale")).containsText(Pattern.compile("DATA STALE 0:1[5-9]"));
    assertThat(page.locator("body")).hasClass("stale");
    topics.tell(status(SALES, 2, 5, 30));
    assertThat(page.locator("#stale")).isHidden();
    assertThat(tile(SALES).locator(".waiting b")).hasText("5");
  }

  @Test
  void thePageComesBackByItselfAfterARestartOfTheService() {
    topics.tell(status(SALES, 1, 4, 30));
    look();
    assertThat(tile(SALES).locator(".waiting b")).hasText("4");
    int port = wallboard.port();
    wallboard.close();
    assertThat(page.locator("#freshness")).containsText("reconnecting");
    topics.tell(status(SALES, 2, 7, 30));
    open(port);
    assertThat(tile(SALES).locator(".waiting b")).hasText("7");
  }

  @Test
  void anUnknownChannelWithNothingInItHasNoTile() {
    QueueKey unknown = new QueueKey("sales", "unknown");
    topics.tell(
        status(
            unknown,
            1,
            Figures.NINE,
            new QueueStatus.Line(0, OptionalLong.empty(), 0, 0, 0),
            new QueueTally()));
    topics.tell(status(SALES, 1, 4, 30));
    look();
    assertThat(tile(SALES)).isVisible();
    assertThat(tile(unknown)).hasCount(0);
  }

  @Test
  void theWholeCenterIsSeenAtOnce() {
    PlausibleCenter.at(Instant.parse("2026-03-02T14:37:05Z")).forEach(topics::tell);
    look();
    assertThat(page.locator(".tile")).hasCount(11);
    assertThat(page.locator("[data-figure=waiting] b")).hasText("70");
    assertThat(page.locator("[data-figure=longest] b")).containsText("4:1");
    assertThat(page.locator("[data-figure=longest] p")).hasText("longest · Claims");
    assertThat(page.locator(".tile").first()).hasAttribute("data-key", "Claims/voice");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "wallboard.png")));
    page.setViewportSize(420, 900);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "narrow.png")).setFullPage(true));
  }
}
