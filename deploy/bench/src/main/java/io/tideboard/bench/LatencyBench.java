// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.bench.load.LoadOrder;
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
import io.tideboard.flink.live.LiveJob;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.gateway.Gateway;
import io.tideboard.gateway.GatewaySettings;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.wallboard.Wallboard;
import io.tideboard.wallboard.WallboardSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * From the gateway's 202 to the frame of the wallboard's stream that shows the change, through
 * Kafka and the live job, while other events pass at a steady rate, which a process of its own
 * sends. Each probe is one more contact that waits in a queue of its own.
 */
final class LatencyBench {

  private static final String PROBE_QUEUE = "probe";
  private static final int WARM_UP = 100;
  private static final int BATCHES_A_SECOND = 50;
  private static final int PROBES_A_SECOND = 20;

  /** How many times longer than planned the probes may take before the traffic ends. */
  private static final int PATIENCE = 5;

  /**
   * Half of the probes, and 99 in 100, were shown within so many milliseconds.
   *
   * @param rate how many events a second passed meanwhile
   */
  record Latency(double p50, double p99, double rate) {}

  private final EmbeddedKafka kafka;
  private final EmbeddedFlink flink;
  private final int eventsASecond;

  LatencyBench(EmbeddedKafka kafka, EmbeddedFlink flink, int eventsASecond) {
    this.kafka = kafka;
    this.flink = flink;
    this.eventsASecond = eventsASecond;
  }

  Latency run(int probes, int parallelism) throws Exception {
    StreamExecutionEnvironment env = JobEnvironment.create(parallelism, null);
    LiveJob.addTo(env, kafka.bootstrapServers(), LiveSettings.of(QueueCatalog.DEFAULTS));
    var job = flink.submit(env, "live");
    try (Gateway gateway =
            Gateway.start(
                GatewaySettings.of(KafkaSettings.of(kafka.bootstrapServers())).onPort(0));
        Wallboard wallboard =
            Wallboard.start(WallboardSettings.of(kafka.bootstrapServers()).onPort(0));
        ShownContacts shown = ShownContacts.follow(wallboard.port(), PROBE_QUEUE)) {
      return measure(gateway, shown, probes);
    } finally {
      flink.cancel(job);
    }
  }

  private Latency measure(Gateway gateway, ShownContacts shown, int probes) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    URI events = gateway.uri().resolve("/v1/events");
    try (LoadProcess traffic = LoadProcess.start(gateway.port())) {
      int seconds = PATIENCE * (WARM_UP + probes) / PROBES_A_SECOND;
      traffic.begin(
          LoadOrder.steady(eventsASecond / BATCHES_A_SECOND, BATCHES_A_SECOND, seconds)
              .ofLiveEvents());
      double[] millis = new double[probes];
      long passed = 0;
      long began = 0;
      for (int i = 1; i <= WARM_UP + probes; i++) {
        if (i == WARM_UP) {
          passed = LogEnd.of(kafka.bootstrapServers());
          began = System.nanoTime();
        }
        long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) / PROBES_A_SECOND;
        HttpResponse<String> answer =
            client.send(post(events, probe(i)), HttpResponse.BodyHandlers.ofString());
        long accepted = System.nanoTime();
        if (answer.statusCode() != 202) {
          throw new IllegalStateException("probe refused: " + answer.body());
        }
        long seen = shown.await(i);
        if (i > WARM_UP) {
          millis[i - WARM_UP - 1] = Math.max(0, seen - accepted) / 1e6;
        }
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      }
      if (traffic.hasEnded()) {
        throw new IllegalStateException("the traffic was over before the last probe was shown");
      }
      passed = LogEnd.of(kafka.bootstrapServers()) - passed;
      double rate = passed * 1e9 / (System.nanoTime() - began);
      Arrays.sort(millis);
      return new Latency(millis[probes / 2], millis[(int) Math.ceil(probes * 0.99) - 1], rate);
    }
  }

  private static byte[] probe(int number) {
    return EventEncoder.plain(
        new InteractionEvent(
            new EventHeader("probe-" + number, "bench", Instant.now()),
            Contact.of("probe-" + number).on(Channel.CHAT).in(PROBE_QUEUE),
            new InteractionChange.Queued(null)));
  }

  private static HttpRequest post(URI uri, byte[] body) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }
}
