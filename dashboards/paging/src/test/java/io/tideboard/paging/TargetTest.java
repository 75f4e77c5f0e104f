// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.Symptom;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.standard.StandardWebhooks;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** What leaves for each kind of receiver. */
class TargetTest {

  private static final URI ADDRESS = URI.create("http://127.0.0.1:9/hook");
  private static final Instant NOW = Episodes.NOON.plusSeconds(1);

  private static Notice notice(NoticeKind kind, AlertEpisode episode) {
    return new Notice(kind, episode.id(), episode, episode.severity());
  }

  @Test
  void webhookIsSignedSoThatTheGatewayWouldBelieveIt() {
    byte[] old = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".getBytes(StandardCharsets.UTF_8);
    byte[] other = "a secret of its own bytes".getBytes(StandardCharsets.UTF_8);
    AlertEpisode episode = Episodes.open("Rück\n\"fragen\"", 0);
    HttpRequest request =
        new Webhook(ADDRESS, List.of(old, other)).request(notice(NoticeKind.OPENED, episode), NOW);
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    byte[] body = body(request);
    for (byte[] secret : List.of(old, other)) {
      assertThat(
              new StandardWebhooks()
                  .check(
                      new Delivery("tideboard", "http://127.0.0.1:9/hook", headers, body),
                      new Secrets(List.of(secret)),
                      NOW))
          .isEqualTo(Verdict.GENUINE);
    }
    JsonNode json = Json.parse(body);
    assertThat(json.path("type").asText()).isEqualTo("alert.opened");
    assertThat(json.path("data").path("id").asText()).isEqualTo(episode.id());
    assertThat(json.path("data").path("queue").asText()).isEqualTo("Rück\n\"fragen\"");
  }

  @Test
  void deliveryIdIsTheSameAtEveryAttemptAndAnotherForEachStep() {
    AlertEpisode episode = Episodes.open("sales", 0);
    Webhook webhook = new Webhook(ADDRESS, List.of());
    String first = id(webhook.request(notice(NoticeKind.OPENED, episode), NOW));
    assertThat(id(webhook.request(notice(NoticeKind.OPENED, episode), NOW.plusSeconds(60))))
        .isEqualTo(first)
        .matches("alert_[0-9a-f]{32}_opened");
    assertThat(id(webhook.request(notice(NoticeKind.CLOSED, episode), NOW))).isNotEqualTo(first);
    assertThat(webhook.request(notice(NoticeKind.OPENED, episode), NOW).headers().map())
        .doesNotContainKey(Signature.SIGNATURE);
  }

  private static String id(HttpRequest request) {
    return request.headers().firstValue(Signature.ID).orElseThrow();
  }

  @Test
  void pagerDutyGetsOneIncidentPerEpisode() {
    AlertEpisode episode = Episodes.open("sales", 0, AlertSeverity.CRITICAL);
    PagerDuty target = new PagerDuty(PagerDuty.EVENTS, "routing-key");
    JsonNode trigger = Json.parse(body(target.request(notice(NoticeKind.OPENED, episode), NOW)));
    assertThat(trigger.path("event_action").asText()).isEqualTo("trigger");
    assertThat(trigger.path("dedup_key").asText()).isEqualTo(episode.id());
    assertThat(trigger.path("routing_key").asText()).isEqualTo("routing-key");
    assertThat(trigger.path("payload").path("severity").asText()).isEqualTo("critical");
    assertThat(trigger.path("payload").path("summary").asText())
        .isEqualTo("Queue sales (voice): a contact has waited 60 s");
    JsonNode resolve =
        Json.parse(
            body(target.request(notice(NoticeKind.CLOSED, Episodes.closed(episode, 90)), NOW)));
    assertThat(resolve.path("event_action").asText()).isEqualTo("resolve");
    assertThat(resolve.path("dedup_key").asText()).isEqualTo(episode.id());
    assertThat(target).hasToString("PagerDuty[events.pagerduty.com]");
  }

  @Test
  void alertmanagerEndsTheWarningWhereTheCriticalAlertBegins() {
    AlertEpisode open = Episodes.open("sales", 0);
    AlertEpisode worse = Episodes.escalated(open, 10);
    Alertmanager target =
        new Alertmanager(URI.create("http://127.0.0.1:9093/"), Duration.ofMinutes(1));
    HttpRequest request =
        target.request(
            new Notice(NoticeKind.ESCALATED, open.id(), worse, AlertSeverity.WARNING), NOW);
    assertThat(request.uri()).hasToString("http://127.0.0.1:9093/api/v2/alerts");
    JsonNode alerts = Json.parse(body(request));
    assertThat(alerts).hasSize(2);
    assertThat(alerts.get(0).path("labels").path("severity").asText()).isEqualTo("critical");
    assertThat(alerts.get(0).path("labels").path("alertname").asText())
        .isEqualTo("TideboardLongestWait");
    assertThat(alerts.get(0).path("endsAt").asText()).isEqualTo("2026-03-10T12:04:01Z");
    assertThat(alerts.get(1).path("labels").path("severity").asText()).isEqualTo("warning");
    assertThat(alerts.get(1).path("endsAt").asText()).isEqualTo("2026-03-10T12:00:01Z");
  }

  @Test
  void everyKindOfAlertCanBeSaidInOneLine() {
    for (AlertKind kind : AlertKind.values()) {
      String queue = kind == AlertKind.DATA_STALE ? "" : "sales";
      Symptom symptom = new Symptom(kind, "*", AlertSeverity.WARNING, 0.5, 1, 0);
      assertThat(Summary.of(AlertEpisode.open(queue, symptom, 0)))
          .startsWith(queue.isEmpty() ? "Tideboard: " : "Queue sales: ");
    }
  }

  @Test
  void queuesAreNamedWithStars() {
    assertThat(Route.queues("Sales*, Claims").matcher("Sales (west)").matches()).isTrue();
    assertThat(Route.queues("Sales*, Claims").matcher("Claims").matches()).isTrue();
    assertThat(Route.queues("Sales*, Claims").matcher("Claims 2").matches()).isFalse();
    assertThat(Route.queues("a.c").matcher("abc").matches()).isFalse();
  }

  @Test
  void secretsAreNotShown() {
    Webhook webhook = new Webhook(ADDRESS, List.of("hidden".getBytes(StandardCharsets.UTF_8)));
    assertThat(webhook).hasToString("Webhook[127.0.0.1, 1 secrets]");
    assertThat(new PagerDuty(ADDRESS, "hidden").toString()).doesNotContain("hidden");
  }

  @Test
  void receiversHaveNamesOfTheirOwn() {
    Receiver one = Receiver.of("desk", new Webhook(ADDRESS, List.of()));
    assertThatThrownBy(() -> PagingSettings.of("127.0.0.1:1", List.of(one, one)))
        .hasMessageContaining("'desk'");
    assertThatThrownBy(
            () -> PagingSettings.of("127.0.0.1:1", List.of(Receiver.of("a/b", one.target()))))
        .hasMessageContaining("without slashes");
  }

  private static byte[] body(HttpRequest request) {
    Collected collected = new Collected();
    request.bodyPublisher().orElseThrow().subscribe(collected);
    return collected.bytes.toByteArray();
  }

  /** The body that a request would send. */
  private static final class Collected implements Flow.Subscriber<ByteBuffer> {

    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }

    @Override
    public void onError(Throwable thrown) {
      throw new AssertionError(thrown);
    }

    @Override
    public void onComplete() {}
  }
}
