// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.wallboard.OutsideTool;
import io.tideboard.wallboard.PlausibleCenter;
import io.tideboard.wallboard.ResultTopics;
import io.tideboard.wallboard.Wallboard;
import io.tideboard.wallboard.WallboardSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The page in a real browser, over a real broker: one of each for all tests, which keep apart by
 * the names of their queues. A test fails when the page reports an error.
 */
final class RunningPage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** What is started once, and closed after the last test of all. */
  private static final class Parts implements AutoCloseable {
    private final EmbeddedKafka kafka = EmbeddedKafka.start();
    private final ResultTopics topics;
    private final Wallboard wallboard;
    private final Playwright playwright;
    private final Browser browser;

    Parts(Path chromium) {
      kafka.createTopics(2);
      topics = new ResultTopics(kafka);
      wallboard = open(kafka, 0);
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS));
    }

    @Override
    public void close() {
      playwright.close();
      wallboard.close();
      topics.close();
      kafka.close();
    }
  }

  private final List<String> errors = new ArrayList<>();
  private Parts parts;
  private Page page;

  @Override
  public void beforeAll(ExtensionContext context) {
    Path chromium = OutsideTool.at("/usr/bin/chromium");
    parts =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Parts.class, any -> new Parts(chromium), Parts.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    page = parts.browser.newPage(new Browser.NewPageOptions().setViewportSize(1920, 1080));
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !isOfTheNetwork(message)) {
            errors.add(message.text());
          }
        });
  }

  @Override
  public void afterEach(ExtensionContext context) {
    page.close();
    List<String> reported = List.copyOf(errors);
    errors.clear();
    Assertions.assertThat(reported).isEmpty();
  }

  /** A browser reports what is not there, or not there any more; the page itself deals with it. */
  private static boolean isOfTheNetwork(ConsoleMessage message) {
    return message.text().contains("net::ERR_")
        || message.text().contains("status of 401")
        || message.location().contains("/api/v1/forecasts");
  }

  static Wallboard open(EmbeddedKafka kafka, int port) {
    return Wallboard.start(settings(kafka, port));
  }

  static WallboardSettings settings(EmbeddedKafka kafka, int port) {
    return WallboardSettings.of(kafka.bootstrapServers())
        .onPort(port)
        .with(PlausibleCenter.CATALOG);
  }

  Page page() {
    return page;
  }

  Browser browser() {
    return parts.browser;
  }

  EmbeddedKafka kafka() {
    return parts.kafka;
  }

  ResultTopics topics() {
    return parts.topics;
  }

  /** Opens the page with these parameters; "" for none. */
  void look(String parameters) {
    lookAt(parts.wallboard, parameters);
  }

  void lookAt(Wallboard wallboard, String parameters) {
    page.navigate("http://127.0.0.1:" + wallboard.port() + "/" + parameters);
  }

  /** The parameters that show only these queues. */
  static String only(QueueKey... keys) {
    List<String> names = new ArrayList<>();
    for (QueueKey key : keys) {
      names.add(encoded(encoded(key.queue())));
    }
    return "?queues=" + String.join(",", names);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Locator tile(QueueKey key) {
    return page.locator(".tile[data-key=\"" + key.wire().replace("\"", "\\\"") + "\"]");
  }
}
