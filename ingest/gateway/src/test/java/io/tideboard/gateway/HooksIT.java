// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.SourceSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksIT {

  private static final String CONNECT = "amazon-connect";

  private static Running running;

  @BeforeAll
  static void start() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(2);
    List<SourceSettings> sources = new ArrayList<>(PlatformCalls.sources());
    sources.removeIf(source -> source.name().endsWith(CONNECT));
    sources.add(PlatformCalls.source(CONNECT, Map.of("q-sales", "Sales")));
    running =
        Running.on(
                kafka,
                Running.settings(kafka)
                    .with(
                        AccessSettings.OPEN
                            .with(sources.toArray(SourceSettings[]::new))
                            .at(PlatformCalls.PUBLIC_URL + "/")),
                InstantSource.fixed(PlatformCalls.NOW))
            .withKey(PlatformCalls.READER_KEY);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {CONNECT, "genesys", "twilio", "zendesk", "chatwoot", "intercom", "freshdesk"})
  void whatAPlatformTellsIsInKafkaWhenItsDeliveryIsAnswered(String platform) {
    int accepted = 0;
    for (String fixture : PlatformCalls.FIXTURES.get(platform)) {
      HttpResponse<String> answer = deliver(platform, PlatformCalls.fixture(fixture));
      assertThat(answer.statusCode()).as(fixture + ": " + answer.body()).isEqualTo(202);
      accepted += Running.json(answer.body()).get("accepted").asInt();
    }
    assertThat(accepted).isPositive();
    assertThat(of(PlatformCalls.source(platform))).hasSizeGreaterThanOrEqualTo(accepted);
  }

  @Test
  void aQueueIsCalledWhatTheInstallationCallsIt() {
    deliver(CONNECT, PlatformCalls.fixture("connect/queued.json"));
    assertThat(of(PlatformCalls.source(CONNECT)))
        .filteredOn(event -> event instanceof InteractionEvent)
        .extracting(event -> ((InteractionEvent) event).contact().queue())
        .contains("Sales")
        .doesNotContain("q-sales");
  }

  @Test
  void eachOfTwoSecretsIsGoodAndNoOther() {
    byte[] body = PlatformCalls.fixture("freshdesk/template.json");
    for (String secret : List.of(PlatformCalls.SECRET, PlatformCalls.NEXT_SECRET)) {
      assertThat(running.send(freshdesk(body, secret)).statusCode()).isEqualTo(202);
    }
    refused(running.send(freshdesk(body, "the secret before")), 401, "invalid_signature");
  }

  @Test
  void whatNobodySignedIsRefused() {
    double rejected = running.metric("tideboard_gateway_received_total");
    HttpRequest unsigned =
        HttpRequest.newBuilder(running.uri(PlatformCalls.path("zendesk")))
            .POST(BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> answer = running.send(unsigned);
    refused(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(running.metric("tideboard_gateway_received_total")).isEqualTo(rejected);
  }

  @Test
  void aBodyThatIsNotTheSignedOneIsRefused() {
    HttpRequest signed = call("intercom", "intercom/ping.json");
    HttpRequest changed =
        HttpRequest.newBuilder(signed, (name, value) -> true)
            .POST(BodyPublishers.ofString("{\"topic\":\"ping\" }"))
            .build();
    refused(running.send(changed), 401, "invalid_signature");
  }

  @Test
  void aDeliverySignedLongerAgoThanFiveMinutesIsRefused() {
    var sixMinutesAgo =
        new PlatformCalls.Signature(
            PlatformCalls.SECRET, PlatformCalls.NOW.minus(Duration.ofMinutes(6)));
    for (String platform : List.of("zendesk", "chatwoot", "standard")) {
      HttpRequest old = PlatformCalls.call(running, platform, new byte[] {'7'}, sixMinutesAgo);
      refused(running.send(old), 401, "stale_signature");
    }
  }

  @Test
  void aRepeatedDeliveryIsRecognisedAndNotWrittenAgain() {
    byte[] body = PlatformCalls.fixture("zendesk/ticket-assigned.json");
    HttpResponse<String> first = deliver("zendesk", body);
    assertThat(Running.json(first.body()).get("accepted").asInt()).isPositive();
    int written = running.records(Topics.EVENTS).size();
    HttpResponse<String> again = deliver("zendesk", body);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo("{\"accepted\":0}");
    assertThat(running.records(Topics.EVENTS)).hasSize(written);
    assertThat(
            running
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.contains("hook_deliveries_total{outcome=\"repeated\",pl")))
        .anySatisfy(line -> assertThat(line).contains("zendesk").doesNotEndWith(" 0.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/hooks/",
        "/v1/hooks/twilio",
        "/v1/hooks/twilio/",
        "/v1/hooks/aircall/our%20twilio",
        "/v1/hooks/twilio/nobody",
        "/v1/hooks/zendesk/our%20twilio",
        "/v1/hooks/twilio/our%20twilio/more",
        "/v1/hooks/twilio/%zz"
      })
  void otherAddressesAreNoHooks(String path) {
    java.net.URI uri = java.net.URI.create(running.uri("/") + path.substring(1).replace("%zz", ""));
    HttpRequest post = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")).build();
    refused(running.send(post), 404, "not_found");
  }

  @Test
  void aHookThatIsAskedForIsThere() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(running.uri(PlatformCalls.path("intercom")));
    HttpResponse<String> head =
        running.send(request.method("HEAD", BodyPublishers.noBody()).build());
    assertThat(head.statusCode()).isEqualTo(200);
    HttpResponse<String> get = running.send(request.GET().build());
    refused(get, 405, "method_not_allowed");
    assertThat(get.headers().firstValue("Allow")).hasValue("HEAD, POST");
  }

  @Test
  void whatIsOfNoConcernIsCountedByItsKindUnlessThatLooksLikeANumber() {
    byte[] ping = PlatformCalls.fixture("intercom/ping.json");
    assertThat(deliver("intercom", ping).body()).isEqualTo("{\"accepted\":0}");
    byte[] odd =
        PlatformCalls.utf8(
            new String(ping, StandardCharsets.UTF_8)
                .replaceFirst("\"topic\": *\"[^\"]*\"", "\"topic\": \"call +49 30 5550199\""));
    assertThat(deliver("intercom", odd).body()).isEqualTo("{\"accepted\":0}");
    String metrics = running.get("/metrics").body();
    assertThat(metrics)
        .contains("tideboard_gateway_hook_ignored_total{kind=\"ping\",platform=\"intercom\"} 1.0")
        .contains("tideboard_gateway_hook_ignored_total{kind=\"other\",platform=\"intercom\"} 1.0")
        .doesNotContain("5550199");
  }

  @Test
  void aDeliveryThatCannotBeReadIsRejectedAndCounted() {
    double rejected = running.metric("tideboard_gateway_rejected_total");
    HttpResponse<String> answer = deliver("genesys", PlatformCalls.utf8("{\"from\":\"+4930555"));
    refused(answer, 400, "malformed_json");
    assertThat(running.metric("tideboard_gateway_rejected_total")).isEqualTo(rejected + 1);
    assertThat(running.metric("tideboard_gateway_received_total"))
        .isEqualTo(
            running.metric("tideboard_gateway_accepted_total")
                + running.metric("tideboard_gateway_rejected_total"));
    assertThat(running.records(Topics.REJECTED))
        .anySatisfy(
            record ->
                assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(PlatformCalls.source("genesys")));
  }

  @Test
  void whatIsWrongInADeliveryIsNamedAndTheRestAccepted() {
    String queued =
        new String(PlatformCalls.fixture("connect/queued.json"), StandardCharsets.UTF_8);
    HttpResponse<String> answer = deliver(CONNECT, PlatformCalls.utf8("[" + queued + ",7]"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    assertThat(Running.json(answer.body()).get("rejected").get(0).get("code").asText())
        .isEqualTo("not_an_object");
  }

  @Test
  void aLargeDeliveryIsTakenToo() {
    String queued =
        new String(PlatformCalls.fixture("connect/queued.json"), StandardCharsets.UTF_8);
    String many = "[" + (queued + ",").repeat(99) + queued + "]";
    assertThat(deliver(CONNECT, PlatformCalls.utf8(many)).statusCode()).isEqualTo(202);
    String tooMany = "[" + "{},".repeat(1000) + "{}]";
    refused(deliver(CONNECT, PlatformCalls.utf8(tooMany)), 413, "too_many_events");
  }

  @Test
  void aSenderOfOurOwnFormSpeaksForItsSourceOnly() {
    String event = Told.queued("own-1", PlatformCalls.NOW).replace("\"source\":\"pbx\",", "");
    assertThat(deliver("standard", PlatformCalls.utf8(event)).statusCode()).isEqualTo(202);
    assertThat(of(PlatformCalls.source("standard")))
        .extracting(told -> told.header().id())
        .containsOnlyOnce("own-1");
    HttpResponse<String> foreign =
        deliver("standard", PlatformCalls.utf8(Told.queued("own-2", PlatformCalls.NOW)));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(Running.json(foreign.body()).at("/rejected/0/code").asText())
        .isEqualTo("wrong_source");
  }

  @Test
  void anOlderChatwootProvesItselfByTheTokenInTheAddress() {
    String token = java.net.URLEncoder.encode(PlatformCalls.SECRET, StandardCharsets.UTF_8);
    HttpRequest unsigned =
        HttpRequest.newBuilder(running.uri(PlatformCalls.path("chatwoot") + "?token=" + token))
            .POST(
                BodyPublishers.ofByteArray(
                    PlatformCalls.fixture("chatwoot/conversation-status-changed-older.json")))
            .build();
    assertThat(running.send(unsigned).statusCode()).isEqualTo(202);
  }

  private static HttpResponse<String> deliver(String platform, byte[] body) {
    return running.send(PlatformCalls.call(running, platform, body));
  }

  private static HttpRequest freshdesk(byte[] body, String secret) {
    return PlatformCalls.call(
        running, "freshdesk", body, new PlatformCalls.Signature(secret, PlatformCalls.NOW));
  }

  private static HttpRequest call(String platform, String fixture) {
    return PlatformCalls.call(running, platform, PlatformCalls.fixture(fixture));
  }

  private static List<Event> of(String source) {
    return running.records(Topics.EVENTS).stream()
        .map(record -> CompactForm.decode(record.value()).event())
        .filter(event -> event.header().source().equals(source))
        .toList();
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Running.json(answer.body()).get("code").asText()).isEqualTo(code);
  }
}
