// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import io.tideboard.events.Event;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.events.json.EventFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Posts batches. A batch is posted again, with the same ids, until the gateway has answered for
 * every event of it: the gateway's readers tell duplicates by source and id.
 */
final class GatewayClient {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final int TOO_LARGE = 413;

  private final HttpClient http;
  private final ReplayOptions options;
  private final Pacer pacer;

  GatewayClient(ReplayOptions options, Pacer pacer) {
    this.options = options;
    this.pacer = pacer;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
  }

  /**
   * Posts the events until they are answered for.
   *
   * @throws ReplayFailed when the gateway refuses the request itself, or patience runs out
   */
  GatewayAnswer post(List<Event> events) throws InterruptedException {
    HttpRequest request = request(events);
    long giveUp = pacer.nanoTime() + options.patience().toNanos();
    while (true) {
      Duration pause = PAUSE;
      String problem;
      try {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        int status = answer.statusCode();
        if (status / 100 == 2 || status == 400) {
          return GatewayAnswer.of(answer.body(), status, events.size());
        }
        if (status == TOO_LARGE && events.size() > 1) {
          return inHalves(events);
        }
        problem = "answered " + status + ": " + answer.body();
        if (status != 429 && status < 500) {
          throw new ReplayFailed(options.endpoint() + " " + problem, false);
        }
        pause = pauseOf(answer, status);
      } catch (IOException e) {
        problem = "cannot be reached: " + reason(e);
      }
      if (pacer.nanoTime() + pause.toNanos() > giveUp) {
        throw new ReplayFailed(
            options.endpoint()
                + " "
                + problem
                + " (tried for "
                + options.patience().toSeconds()
                + " s)",
            true);
      }
      pacer.sleep(pause.toNanos());
    }
  }

  private static String reason(IOException e) {
    if (e instanceof HttpConnectTimeoutException) {
      return "no connection within " + CONNECT.toSeconds() + " s";
    }
    if (e instanceof HttpTimeoutException) {
      return "no answer within " + ANSWER.toSeconds() + " s";
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "nobody knows that host";
      }
    }
    return e instanceof ConnectException ? "nobody listens there" : e.toString();
  }

  private GatewayAnswer inHalves(List<Event> events) throws InterruptedException {
    int half = events.size() / 2;
    GatewayAnswer first = post(events.subList(0, half));
    return first.plus(post(events.subList(half, events.size())));
  }

  private static Duration pauseOf(HttpResponse<String> answer, int status) {
    boolean saysWhen = status == 429 || status == 503;
    return saysWhen
        ? RetryAfter.of(answer.headers().firstValue("Retry-After").orElse(null), Instant.now())
        : PAUSE;
  }

  private HttpRequest request(List<Event> events) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(options.endpoint())
            .timeout(ANSWER)
            .header("Content-Type", EventFormat.NDJSON.contentType());
    if (options.gzip()) {
      request.header("Content-Encoding", "gzip");
    }
    String key = options.key();
    if (key != null) {
      request.header("X-Api-Key", key);
    }
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(body(events))).build();
  }

  private byte[] body(List<Event> events) {
    byte[] plain = EventEncoder.batch(EventFormat.NDJSON, events);
    if (!options.gzip()) {
      return plain;
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 4);
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to memory", e);
    }
    return compressed.toByteArray();
  }
}
