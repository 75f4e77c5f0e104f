// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tideboard.core.alerts.AlertCatalog;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertRules;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.Limits;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Topics;
import io.tideboard.flink.EmbeddedFlink;
import io.tideboard.flink.JobEnvironment;
import io.tideboard.flink.alerts.AlertSettings;
import io.tideboard.flink.live.LiveJob;
import io.tideboard.flink.live.LiveSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The notifier on a real broker, before real receivers that fail in every way. Each scene has a
 * queue of its own.
 */
class NotifierIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static EmbeddedKafka kafka;
  private static AlertTopic topic;
  private static TestReceiver receiver;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start();
    kafka.createTopics(2);
    topic = new AlertTopic(kafka);
    receiver = TestReceiver.start();
  }

  @AfterAll
  static void stop() {
    receiver.close();
    topic.close();
    kafka.close();
  }

  static PagingSettings settings(String bootstrapServers, URI url) {
    Retry quick =
        new Retry(
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMinutes(1));
    Receiver desk =
        Receiver.of(
                "desk",
                new Webhook(url, List.of("a secret of the test".getBytes(StandardCharsets.UTF_8))))
            .with(quick);
    return PagingSettings.of(bootstrapServers, List.of(desk))
        .with(new StaleRule(Duration.ZERO, false));
  }

  private static Notifier notifier() {
    return Notifier.start(
        settings(kafka.bootstrapServers(), receiver.url()), new SimpleMeterRegistry());
  }

  private static void awaitTaken(String queue, String... types) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(receiver.taken(queue)).containsExactly(types));
  }

  @Test
  void receiverThatFailsHangsAndGoesAwayIsToldOnceOfEach() throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (Notifier unused =
        Notifier.start(settings(kafka.bootstrapServers(), receiver.url()), registry)) {
      receiver.answers(500, 429, TestReceiver.HANG);
      AlertEpisode open = topic.open("fails");
      awaitTaken("fails", "alert.opened");
      receiver.stop();
      topic.close(open);
      await().atMost(PATIENCE).until(() -> failures(registry, Failure.UNREACHABLE) > 0);
      receiver.startAgain();
      awaitTaken("fails", "alert.opened", "alert.closed");
    }
    assertThat(ids("fails", "alert.opened")).as("the same id at every attempt").hasSize(1);
    assertThat(failures(registry, Failure.TIMEOUT)).isEqualTo(1);
  }

  private static double failures(SimpleMeterRegistry registry, Failure failure) {
    return registry
        .get("tideboard.paging.failed.attempts")
        .tag("reason", failure.wire())
        .counter()
        .count();
  }

  private static List<String> ids(String queue, String type) {
    return receiver.calls().stream()
        .filter(call -> call.body().path("data").path("queue").asText().equals(queue))
        .filter(call -> call.body().path("type").asText().equals(type))
        .map(TestReceiver.Call::id)
        .distinct()
        .toList();
  }

  @Test
  void notifierThatIsKilledWhileItTriesIsFollowedByOneThatGoesOn() throws Exception {
    Process killed = NotifierMain.start(kafka.bootstrapServers(), receiver.url());
    AlertEpisode told;
    AlertEpisode open;
    try {
      told = topic.open("told before");
      awaitTaken("told before", "alert.opened");
      int before = receiver.calls().size();
      receiver.answers(503, 503, 503, TestReceiver.HANG);
      open = topic.open("killed");
      await().atMost(PATIENCE).until(() -> receiver.calls().size() >= before + 4);
    } finally {
      killed.destroyForcibly().waitFor();
    }
    try (Notifier unused = notifier()) {
      awaitTaken("killed", "alert.opened");
      topic.close(open);
      topic.close(told);
      awaitTaken("killed", "alert.opened", "alert.closed");
      awaitTaken("told before", "alert.opened", "alert.closed");
    }
  }

  @Test
  void ofTwoNotifiersOneTellsAndTheOtherTakesOverWithoutARepetition() {
    Notifier first = notifier();
    await().atMost(PATIENCE).until(first::onDuty);
    try (Notifier second = notifier()) {
      AlertEpisode open = topic.open("two");
      awaitTaken("two", "alert.opened");
      assertThat(second.onDuty()).isNotEqualTo(first.onDuty());
      first.close();
      await().atMost(PATIENCE).until(second::onDuty);
      topic.close(open);
      awaitTaken("two", "alert.opened", "alert.closed");
    } finally {
      first.close();
    }
  }

  @Test
  void whatIsRefusedStandsInTheListAndInTheMetricsAlsoAfterARestart() throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (Notifier notifier =
            Notifier.start(settings(kafka.bootstrapServers(), receiver.url()), registry);
        PagingServer server =
            PagingServer.start(new InetSocketAddress("127.0.0.1", 0), notifier, registry)) {
      await().atMost(PATIENCE).until(notifier::onDuty);
      receiver.answers(410);
      topic.open("refused");
      await().atMost(PATIENCE).until(() -> !notifier.undelivered().isEmpty());
      assertThat(get(server, "/metrics"))
          .contains("tideboard_paging_undelivered_total{receiver=\"desk\"} 1.0")
          .contains("tideboard_paging_on_duty 1.0");
      assertThat(get(server, "/readyz")).isEqualTo("ok\n");
    }
    try (Notifier again = notifier()) {
      await().atMost(PATIENCE).until(() -> !again.undelivered().isEmpty());
      DeadLetter letter = again.undelivered().get(0);
      assertThat(letter.why()).isEqualTo(Failure.REFUSED);
      assertThat(letter.summary()).contains("refused");
      assertThat(receiver.taken("refused")).isEmpty();
    }
  }

  private static String get(PagingServer server, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void figuresThatStopComingAreOnePageAndAreOverWhenTheyComeAgain() {
    String figures = "{\"asOf\":\"%s\"}";
    PagingSettings settings =
        settings(kafka.bootstrapServers(), receiver.url())
            .with(new StaleRule(Duration.ofSeconds(2), false));
    figures(figures);
    try (Notifier unused = Notifier.start(settings, new SimpleMeterRegistry())) {
      awaitTaken("", "alert.opened");
    }
    try (Notifier again = Notifier.start(settings, new SimpleMeterRegistry())) {
      await().atMost(PATIENCE).until(again::onDuty);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                figures(figures);
                assertThat(receiver.taken("")).containsExactly("alert.opened", "alert.closed");
              });
    }
  }

  private static void figures(String json) {
    topic.send(
        Topics.QUEUES,
        "sales/voice",
        String.format(json, Instant.now()).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void contactThatWaitsPagesOnceThroughARestartOfTheJob() throws Exception {
    LiveSettings settings =
        LiveSettings.of(QueueCatalog.DEFAULTS)
            .with(
                AlertSettings.of(
                    new AlertCatalog(
                        Map.of(),
                        AlertRules.DEFAULT
                            .withWaiting(new Limits(1, 0))
                            .withCalm(new AlertRules.Calm(1, Duration.ofSeconds(1))))));
    try (EmbeddedFlink flink = EmbeddedFlink.start(1);
        Notifier unused = notifier()) {
      JobID job = submit(flink, settings);
      log("waits", new InteractionChange.Queued(null));
      awaitTaken("path", "alert.opened");
      flink.cancel(job);
      // Without any state, so that only the topic knows what was told.
      submit(flink, settings);
      log("waits too", new InteractionChange.Queued(null));
      log("waits", new InteractionChange.Abandoned());
      log("waits too", new InteractionChange.Abandoned());
      awaitTaken("path", "alert.opened", "alert.closed");
    }
  }

  private static JobID submit(EmbeddedFlink flink, LiveSettings settings) {
    StreamExecutionEnvironment env = JobEnvironment.create(1, null);
    LiveJob.addTo(env, kafka.bootstrapServers(), settings);
    return flink.submit(env, "tideboard-live");
  }

  private static void log(String contact, InteractionChange change) {
    topic.log(
        new InteractionEvent(
            new EventHeader(contact + change.type(), "test", Instant.now()),
            Contact.of(contact).on(Channel.CHAT).in("path"),
            change));
  }

  @Test
  void realAlertmanagerShowsWhatIsOpenUntilItIsOver() throws Exception {
    try (RunningAlertmanager manager = RunningAlertmanager.start()) {
      Receiver target =
          Receiver.of("manager", new Alertmanager(manager.url(), Duration.ofSeconds(30)));
      PagingSettings settings =
          PagingSettings.of(kafka.bootstrapServers(), List.of(target))
              .with(new StaleRule(Duration.ZERO, false));
      try (Notifier unused = Notifier.start(settings, new SimpleMeterRegistry())) {
        AlertEpisode open = topic.open("managed");
        await().atMost(PATIENCE).until(() -> manager.alerts("managed").size() == 1);
        JsonNode shown = manager.alerts("managed").get(0);
        assertThat(shown.path("labels").path("severity").asText()).isEqualTo("warning");
        assertThat(shown.path("annotations").path("summary").asText()).contains("60 s");
        AlertEpisode worse =
            Episodes.escalated(open, (int) ((open.changedAt() - Episodes.at(0)) / 1_000_000) + 1);
        assertThat(worse.severity()).isEqualTo(AlertSeverity.CRITICAL);
        topic.tell(worse);
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(manager.alerts("managed"))
                        .extracting(alert -> alert.path("labels").path("severity").asText())
                        .containsExactly("critical"));
        topic.close(worse);
        await().atMost(PATIENCE).until(() -> manager.alerts("managed").isEmpty());
      }
    }
  }
}
