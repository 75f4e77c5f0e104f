// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bench scrape}: a page of metrics of very many queues, and a start with all of them. */
@Command(name = "scrape", description = "Measure the metrics of many queues, and a restart.")
final class ScrapeBenchCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;
  private static final int CHANNELS = 4;
  private static final int WARM_UP = 20;
  private static final int SCRAPES = 41;
  private static final long PATIENCE_MILLIS = 60_000;

  @Option(
      names = "--queues",
      description = "Queues, each on four channels. Default: ${DEFAULT-VALUE}")
  private int queues = 1_000;

  @ParentCommand private BenchCommand bench;

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public Integer call() throws Exception {
    measure(bench.options());
    return 0;
  }

  void measure(BenchOptions options) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        BusyQueues busy = new BusyQueues(kafka.bootstrapServers())) {
      kafka.createTopics(PARTITIONS);
      for (int i = 0; i < queues * CHANNELS; i++) {
        busy.change(i, CHANNELS);
      }
      busy.flush();
      long began = System.nanoTime();
      try (WallboardProcess wallboard = WallboardProcess.start(kafka.bootstrapServers())) {
        awaitReady(wallboard.port());
        options.sheet().add(Figure.of("restart.ready", seconds(began), "s"));
        scrape(wallboard, busy, options.sheet());
      }
    }
  }

  private void awaitReady(int port) throws Exception {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (get(port, "/readyz").statusCode() != 200) {
      if (System.currentTimeMillis() > deadline) {
        throw new IllegalStateException("not ready: expected it within a minute");
      }
      Thread.sleep(5);
    }
  }

  /** Nothing of a page is kept for the next, so it does not matter how many queues change. */
  private void scrape(WallboardProcess wallboard, BusyQueues busy, FigureSheet sheet)
      throws Exception {
    double[] millis = new double[SCRAPES];
    int length = 0;
    for (int i = 0; i < WARM_UP + SCRAPES; i++) {
      busy.change(i, CHANNELS);
      long began = System.nanoTime();
      length = get(wallboard.port(), "/metrics").body().length;
      if (i >= WARM_UP) {
        millis[i - WARM_UP] = 1e3 * seconds(began);
      }
    }
    Arrays.sort(millis);
    sheet.add(Figure.of("scrape.page", length / 1e6, "MB"));
    Figure wire = Figure.of("scrape.gigabit", length * 8 / 1e6, "ms");
    sheet.add(wire);
    sheet.add(Figure.of("scrape.p50", millis[SCRAPES / 2], "ms").against(wire));
    sheet.add(Figure.of("scrape.p90", millis[SCRAPES * 9 / 10], "ms").against(wire));
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private HttpResponse<byte[]> get(int port, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }
}
