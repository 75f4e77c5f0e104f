// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.events.access.KeyHash;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.Issuer;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.admission.QuotaSettings;
import io.tideboard.gateway.publish.KafkaSettings;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsIT {

  private static final String PBX_KEY = "key-of-the-pbx-7f3c";
  private static final String NEXT_PBX_KEY = "next-key-of-the-pbx-81d0";
  private static final String BUSY_KEY = "key-of-the-busy-one-0aa1";

  @TempDir static Path directory;

  private static final Issuer ISSUER = new Issuer();
  private static Running running;

  @BeforeAll
  static void start() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    AccessSettings access =
        AccessSettings.OPEN
            .with(
                SourceSettings.of("pbx").with(KeyHash.of(PBX_KEY), KeyHash.of(NEXT_PBX_KEY)),
                SourceSettings.of("crm"),
                SourceSettings.of("busy")
                    .with(KeyHash.of(BUSY_KEY))
                    .with(new QuotaSettings(5, 100_000)))
            .with(ISSUER.believed(directory));
    running = Running.on(kafka, Running.settings(kafka).with(access)).withKey(PBX_KEY);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void eachOfTwoKeysLetsItsSourceIn() {
    assertThat(send(Told.queued("k-1"), "X-Api-Key", PBX_KEY).statusCode()).isEqualTo(202);
    assertThat(send(Told.queued("k-2"), "X-Api-Key", NEXT_PBX_KEY).statusCode()).isEqualTo(202);
    assertThat(send(Told.queued("k-3"), "Authorization", "Bearer " + PBX_KEY).statusCode())
        .isEqualTo(202);
  }

  @Test
  void whoeverShowsNoKnownCredentialIsRefused() {
    int before = running.records(Topics.EVENTS).size();
    HttpResponse<String> nothing = send(Told.queued("n-1"));
    refused(nothing, 401, "unauthenticated");
    assertThat(nothing.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"tideboard\"");
    HttpResponse<String> wrong = send(Told.queued("n-2"), "X-Api-Key", "guessed-key");
    refused(wrong, 401, "unauthenticated");
    assertThat(wrong.body()).doesNotContain("guessed-key");
    assertThat(running.records(Topics.EVENTS)).hasSize(before);
    assertThat(running.metric("tideboard_gateway_answers_total{status=\"401\"}"))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void anEventThatNamesNoSourceIsOfTheCredentials() {
    String unnamed = Told.queued("u-1").replace("\"source\":\"pbx\",", "");
    assertThat(send(unnamed, "X-Api-Key", PBX_KEY).statusCode()).isEqualTo(202);
    assertThat(running.records(Topics.EVENTS))
        .map(record -> CompactForm.decode(record.value()).event().header())
        .filteredOn(header -> header.id().equals("u-1"))
        .singleElement()
        .satisfies(header -> assertThat(header.source()).isEqualTo("pbx"));
  }

  @Test
  void anEventThatNamesAnotherSourceIsRefused() {
    String foreign = Told.queued("f-1").replace("\"source\":\"pbx\"", "\"source\":\"crm\"");
    HttpResponse<String> answer = send(foreign, "X-Api-Key", PBX_KEY);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(Running.json(answer.body()).at("/rejected/0/code").asText())
        .isEqualTo("wrong_source");
    HttpResponse<String> mixed =
        send("[" + foreign + "," + Told.queued("f-2") + "]", "X-Api-Key", PBX_KEY);
    assertThat(mixed.statusCode()).isEqualTo(207);
    assertThat(running.metric("tideboard_gateway_rejected_total{reason=\"wrong_source\"}"))
        .isEqualTo(2);
    assertThat(running.records(Topics.REJECTED))
        .filteredOn(record -> new String(record.value(), StandardCharsets.UTF_8).contains("f-1"))
        .isNotEmpty()
        .allSatisfy(
            record ->
                assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("pbx"));
  }

  @Test
  void aTokenLetsInTheSourceOfWhichItSpeaks() {
    String event = Told.queued("t-1").replace("\"source\":\"pbx\"", "\"source\":\"crm\"");
    Instant soon = Instant.now().plusSeconds(600);
    assertThat(bearer(event, ISSUER.token("crm", soon)).statusCode()).isEqualTo(202);
    refused(bearer(event, ISSUER.token("nobody", soon)), 403, "forbidden");
    refused(bearer(event, ISSUER.token("crm", soon.minusSeconds(7200))), 401, "unauthenticated");
    refused(bearer(event, new Issuer().token("crm", soon)), 401, "unauthenticated");
  }

  @Test
  void theMetricsAreForSendersOnlyAndTheHealthIsForEverybody() {
    for (String page : List.of("/healthz", "/readyz", "/openapi.yaml")) {
      HttpRequest anonymous = HttpRequest.newBuilder(running.uri(page)).build();
      assertThat(running.send(anonymous).statusCode()).as(page).isEqualTo(200);
    }
    HttpRequest anonymous = HttpRequest.newBuilder(running.uri("/metrics")).build();
    refused(running.send(anonymous), 401, "unauthenticated");
    assertThat(running.get("/metrics").statusCode()).isEqualTo(200);
  }

  @Test
  void whoSendsMoreThanItsQuotaWaitsAndNobodyElse() {
    String ten = "[" + (busy("q-1") + ",").repeat(9) + busy("q-2") + "]";
    assertThat(send(ten, "X-Api-Key", BUSY_KEY).statusCode()).isEqualTo(202);
    HttpResponse<String> tooMuch = send(busy("q-3"), "X-Api-Key", BUSY_KEY);
    refused(tooMuch, 429, "quota_exceeded");
    assertThat(Integer.parseInt(tooMuch.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 2);
    assertThat(send(Told.queued("q-4"), "X-Api-Key", PBX_KEY).statusCode()).isEqualTo(202);
  }

  @Test
  void withoutACredentialAGatewayListensToThisMachineOnly() {
    GatewaySettings everywhere =
        GatewaySettings.of(KafkaSettings.of("127.0.0.1:1"))
            .bindTo(new InetSocketAddress("0.0.0.0", 0));
    assertThatThrownBy(() -> Gateway.start(everywhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a loopback address, or a credential");
  }

  private static String busy(String id) {
    return Told.queued(id).replace("\"source\":\"pbx\"", "\"source\":\"busy\"");
  }

  private static HttpResponse<String> bearer(String event, String token) {
    return send(event, "Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(running.uri("/v1/events"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return running.send(request.build());
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Running.json(answer.body()).get("code").asText()).isEqualTo(code);
  }
}
