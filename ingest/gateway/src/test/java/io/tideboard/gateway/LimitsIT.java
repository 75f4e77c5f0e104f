// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import io.tideboard.gateway.http.SizeLimits;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LimitsIT {

  private static final String JSON = "application/json";
  private static final int BODY = 10_000;
  private static final int BATCH = 50_000;

  @RegisterExtension
  static final Running running =
      Running.forAll(
          settings ->
              settings
                  .with(
                      new AdmissionRules(false, Duration.ofMinutes(5), Duration.ofHours(24), 20)
                          .withMaxDepth(8))
                  .with(
                      Limits.DEFAULT
                          .with(SizeLimits.DEFAULT.withBodies(BODY, BATCH))
                          .with(LoadLimits.DEFAULT.withBytes(200_000, 45_000))));

  @Test
  void aBatchBeyondTheLimitIsTooLarge() {
    refused(running.post(JSON, "[" + " ".repeat(BATCH) + "]"), 413, "body_too_large");
  }

  @Test
  void aSingleEventHasASmallerLimitThanABatch() {
    String padded = " ".repeat(BODY) + Told.queued("padded");
    refused(running.post(JSON, padded), 413, "body_too_large");
    refused(running.post("application/cloudevents+json", padded), 413, "body_too_large");
    assertThat(running.post(JSON, "[" + padded + "]").statusCode()).isEqualTo(202);
  }

  @Test
  void aBodyInChunksIsBoundedToo() {
    byte[] body = ("[" + " ".repeat(BATCH) + "]").getBytes(StandardCharsets.UTF_8);
    HttpRequest chunked =
        HttpRequest.newBuilder(running.uri("/v1/events"))
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    HttpResponse<String> answer = running.send(chunked);
    // Whichever limit it meets first on its way in.
    assertThat(answer.statusCode()).isIn(413, 429);
  }

  @Test
  void aBodyInChunksIsAccepted() {
    byte[] body = Told.queued("chunked").getBytes(StandardCharsets.UTF_8);
    HttpRequest chunked =
        HttpRequest.newBuilder(running.uri("/v1/events"))
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    assertThat(running.send(chunked).body()).isEqualTo("{\"accepted\":1}");
  }

  @Test
  void aRequestHoldsNoMoreEventsThanAllowed() {
    String twenty = "{},".repeat(19) + "{}";
    assertThat(running.post(JSON, "[" + twenty + "]").statusCode()).isEqualTo(400);
    refused(running.post(JSON, "[" + twenty + ",{}]"), 413, "too_many_events");
    refused(running.post("application/x-ndjson", "{}\n".repeat(21)), 413, "too_many_events");
  }

  @Test
  void whatIsNestedTooDeepIsRefused() {
    String deep =
        Told.queued("deep").replace("}", ",\"unknown\":" + "[".repeat(7) + "]".repeat(7) + "}");
    assertThat(running.post(JSON, deep).statusCode()).isEqualTo(202);
    String deeper = deep.replaceFirst("\\[\\[", "[[[").replaceFirst("]]", "]]]");
    refused(running.post(JSON, deeper), 400, "malformed_json");
    HttpResponse<String> lines = running.post("application/x-ndjson", deeper + "\n" + deep);
    assertThat(lines.statusCode()).isEqualTo(207);
    assertThat(lines.body()).contains("malformed_json").contains("\"accepted\":1");
  }

  @Test
  void aFewBytesCannotBecomeMany() {
    byte[] zeros = AnswersIT.gzip(new byte[10 * BATCH]);
    refused(running.post(JSON, zeros, "Content-Encoding", "gzip"), 413, "body_too_large");
  }

  @Test
  void whatIsNotCompressedIsNotDecompressed() {
    byte[] plain = Told.queued("plain").getBytes(StandardCharsets.UTF_8);
    refused(running.post(JSON, plain, "Content-Encoding", "gzip"), 400, "malformed_gzip");
  }

  @Test
  void onlyEventFormatsAreRead() {
    refused(running.post("text/plain", Told.queued("text")), 415, "unsupported_media_type");
    refused(running.post("", Told.queued("nothing")), 415, "unsupported_media_type");
    byte[] body = Told.queued("brotli").getBytes(StandardCharsets.UTF_8);
    refused(running.post(JSON, body, "Content-Encoding", "br"), 415, "unsupported_encoding");
  }

  @Test
  void aSenderWithTooMuchUnderWayIsToldToWait() {
    HttpResponse<String> answer = running.post(JSON, "[" + " ".repeat(45_000) + "]");
    refused(answer, 429, "too_many_requests");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void whatIsUnderWayIsGivenBack() {
    for (int i = 0; i < 5; i++) {
      assertThat(running.post(JSON, "[" + " ".repeat(30_000) + "]").statusCode()).isEqualTo(202);
    }
    assertThat(running.metric("tideboard_gateway_under_way_bytes")).isZero();
  }

  /** Whoever asks for much and takes nothing is told to wait, and fills no memory. */
  @Test
  void whoAsksForManyPagesAndTakesNoneIsToldToWait() throws Exception {
    String asked = "GET /metrics HTTP/1.1\r\nHost: t\r\n\r\n".repeat(500);
    List<Socket> dawdlers = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket dawdler = new Socket();
        dawdlers.add(dawdler);
        dawdler.setReceiveBufferSize(4096);
        dawdler.bind(new InetSocketAddress("127.0.0.2", 0)); // nobody else's bytes are counted with
        dawdler.connect(running.gateway.address());
        dawdler.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
      }
      await().until(() -> running.metric("tideboard_gateway_answers_total{status=\"429\"}") > 500);
      assertThat(running.get("/healthz").statusCode()).isEqualTo(200);
    } finally {
      for (Socket dawdler : dawdlers) {
        dawdler.close();
      }
    }
    await().until(() -> running.post(JSON, Told.queued("after")).statusCode() == 202);
    await().until(() -> running.metric("tideboard_gateway_under_way_bytes") == 0);
  }

  @Test
  void otherPathsAndMethodsAreRefused() {
    refused(running.get("/v2/events"), 404, "not_found");
    HttpRequest delete = HttpRequest.newBuilder(running.uri("/metrics")).DELETE().build();
    refused(running.send(delete), 405, "method_not_allowed");
    HttpRequest put =
        HttpRequest.newBuilder(running.uri("/v1/events"))
            .PUT(BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> answer = running.send(put);
    refused(answer, 405, "method_not_allowed");
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Running.json(answer.body()).get("code").asText()).isEqualTo(code);
    assertThat(Running.json(answer.body()).get("message").asText()).isNotBlank();
  }
}
