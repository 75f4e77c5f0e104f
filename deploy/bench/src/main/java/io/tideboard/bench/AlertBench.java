// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideboard.bench.load.LoadOrder;
import io.tideboard.core.alerts.AlertCatalog;
import io.tideboard.core.alerts.AlertRules;
import io.tideboard.core.alerts.Limits;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.flink.EmbeddedFlink;
import io.tideboard.flink.JobEnvironment;
import io.tideboard.flink.alerts.AlertSettings;
import io.tideboard.flink.live.LiveJob;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.gateway.Gateway;
import io.tideboard.gateway.GatewaySettings;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.paging.Notifier;
import io.tideboard.paging.PagingSettings;
import io.tideboard.paging.Receiver;
import io.tideboard.paging.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * From the moment at which the event that crosses a limit is sent to the gateway, to the webhook's
 * arrival, through Kafka, the live job, Kafka and the notifier, while other events pass at a steady
 * rate. Each probe is a contact that waits in a queue of its own, in which one may not.
 */
final class AlertBench {

  private static final int WARM_UP = 40;
  private static final int BATCHES_A_SECOND = 50;
  private static final int PROBES_A_SECOND = 10;

  /** How many times longer than planned the probes may take before the traffic ends. */
  private static final int PATIENCE = 5;

  /** Half of the webhooks, and 99 in 100, came within so many milliseconds; and how many twice. */
  record Latency(double p50, double p99, int repetitions) {}

  private final EmbeddedKafka kafka;
  private final EmbeddedFlink flink;
  private final int eventsASecond;

  AlertBench(EmbeddedKafka kafka, EmbeddedFlink flink, int eventsASecond) {
    this.kafka = kafka;
    this.flink = flink;
    this.eventsASecond = eventsASecond;
  }

  Latency run(int probes, int parallelism) throws Exception {
    String bootstrap = kafka.bootstrapServers();
    StreamExecutionEnvironment env = JobEnvironment.create(parallelism, null);
    LiveJob.addTo(
        env,
        bootstrap,
        LiveSettings.of(QueueCatalog.DEFAULTS).with(AlertSettings.of(rules(WARM_UP + probes))));
    var job = flink.submit(env, "live");
    try (PagedQueues paged = PagedQueues.start();
        Gateway gateway = Gateway.start(GatewaySettings.of(KafkaSettings.of(bootstrap)).onPort(0));
        Notifier unused =
            Notifier.start(
                PagingSettings.of(
                    bootstrap, List.of(Receiver.of("bench", new Webhook(paged.url(), List.of())))),
                new SimpleMeterRegistry())) {
      return measure(gateway, paged, probes);
    } finally {
      flink.cancel(job);
    }
  }

  private static AlertCatalog rules(int probes) {
    Map<String, AlertRules> queues = new HashMap<>();
    for (int i = 1; i <= probes; i++) {
      queues.put(queue(i), AlertRules.DEFAULT.withWaiting(new Limits(1, 0)));
    }
    return new AlertCatalog(queues, AlertRules.DEFAULT);
  }

  private Latency measure(Gateway gateway, PagedQueues paged, int probes) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    URI events = gateway.uri().resolve("/v1/events");
    try (LoadProcess traffic = LoadProcess.start(gateway.port())) {
      int seconds = PATIENCE * (WARM_UP + probes) / PROBES_A_SECOND;
      traffic.begin(
          LoadOrder.steady(eventsASecond / BATCHES_A_SECOND, BATCHES_A_SECOND, seconds)
              .ofLiveEvents());
      double[] millis = new double[probes];
      for (int i = 1; i <= WARM_UP + probes; i++) {
        long sent = System.nanoTime();
        HttpResponse<String> answer =
            client.send(post(events, queue(i)), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
          throw new IllegalStateException("probe refused: " + answer.body());
        }
        long told = paged.await(queue(i));
        if (i > WARM_UP) {
          millis[i - WARM_UP - 1] = (told - sent) / 1e6;
        }
        long next = sent + TimeUnit.SECONDS.toNanos(1) / PROBES_A_SECOND;
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      }
      if (traffic.hasEnded()) {
        throw new IllegalStateException("the traffic was over before the last webhook came");
      }
      Arrays.sort(millis);
      int last = (int) Math.ceil(probes * 0.99) - 1;
      return new Latency(millis[probes / 2], millis[last], paged.repetitions());
    }
  }

  private static String queue(int number) {
    return "probe-" + number;
  }

  private static HttpRequest post(URI uri, String queue) {
    byte[] body =
        EventEncoder.plain(
            new InteractionEvent(
                new EventHeader(queue, "bench", Instant.now()),
                Contact.of(queue).on(Channel.CHAT).in(queue),
                new InteractionChange.Queued(null)));
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }
}
