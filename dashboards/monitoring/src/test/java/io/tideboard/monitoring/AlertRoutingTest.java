// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told what, as amtool sees it. */
class AlertRoutingTest {

  private static final String FILE = "alertmanager.yml";

  @Test
  void alertmanagerUnderstandsItsConfiguration() throws Exception {
    OutsideTool.Said said = OutsideTool.AMTOOL.run(Shipped.ALERTMANAGER, "check-config", FILE);
    assertThat(said.exitCode()).as(said.text()).isZero();
    assertThat(said.text()).contains("6 inhibit rules", "4 receivers");
  }

  @ParameterizedTest(name = "{1} of {2} by {3} goes to {0}")
  @CsvSource({
    "pagerduty, TideboardQueueFailing, page, pagerduty",
    "opsgenie, TideboardQueueFailing, page, opsgenie",
    "webhook, TideboardQueueFailing, page, webhook",
    "pagerduty, TideboardDataStale, page, pagerduty",
    "mail, TideboardLongestWait, ticket, pagerduty",
    "mail, TideboardJobRestarting, ticket, opsgenie",
    // Somebody who is woken must be known: a label that nobody foresaw is not lost.
    "webhook, TideboardQueueFailing, page, somebody",
    "mail, Anything, unknown, webhook",
    // As the notifier words it.
    "webhook, TideboardServiceLevel, critical, ''",
    "mail, TideboardLongestWait, warning, ''",
  })
  void alertsGoWhereTheirSeverityAndThePagerSay(
      String receiver, String alert, String severity, String pager) throws Exception {
    OutsideTool.Said said =
        OutsideTool.AMTOOL.run(
            Shipped.ALERTMANAGER,
            "config",
            "routes",
            "test",
            "--config.file=" + FILE,
            "--verify.receivers=" + receiver,
            "alertname=" + alert,
            "severity=" + severity,
            "pager=" + pager);
    assertThat(said.exitCode()).as(said.text()).isZero();
  }

  @Test
  void onlyTicketsKeepQuietAndPagesNever() throws IOException {
    for (JsonNode route : config().path("route").path("routes")) {
      boolean ticket = route.path("matchers").toString().contains("ticket");
      assertThat(route.path("mute_time_intervals").toString().contains("quiet-hours"))
          .isEqualTo(ticket);
    }
  }

  @Test
  void quietHoursAreByTheClockOfWhoeverReads() throws IOException {
    JsonNode hours = config().path("time_intervals").get(0);
    assertThat(hours.path("name").asText()).isEqualTo("quiet-hours");
    assertThat(hours.path("time_intervals"))
        .hasSize(2)
        .allSatisfy(
            interval -> assertThat(interval.path("location").asText()).isEqualTo("Europe/Berlin"));
  }

  @Test
  void noSecretStandsInTheConfiguration() throws IOException {
    JsonNode config = config();
    assertThat(
            Stream.of(
                    "api_key",
                    "opsgenie_api_key",
                    "routing_key",
                    "service_key",
                    "smtp_auth_password",
                    "credentials",
                    "password")
                .filter(key -> config.findValue(key) != null))
        .isEmpty();
    assertThat(
            Stream.of(
                    "opsgenie_api_key_file",
                    "routing_key_file",
                    "smtp_auth_password_file",
                    "credentials_file")
                .map(key -> config.findValue(key).asText()))
        .allSatisfy(file -> assertThat(file).startsWith("secrets/"));
  }

  private static JsonNode config() throws IOException {
    return new YAMLMapper().readTree(Files.readString(Shipped.ALERTMANAGER.resolve(FILE)));
  }
}
