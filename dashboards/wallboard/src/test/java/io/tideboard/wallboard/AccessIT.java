// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.access.KeyHash;
import io.tideboard.wallboard.access.Role;
import io.tideboard.wallboard.access.Token;
import io.tideboard.wallboard.access.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wallboard on which two may look; it needs no Kafka to tell them from others. */
class AccessIT {

  private static final String WALL = "a-long-random-token-of-the-wall";
  private static final String NEXT = "the-token-that-replaces-it-soon";
  private static final String PLAN = "a-long-random-token-of-planning";

  private static Wallboard wallboard;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    Token wall = new Token("wall", Role.VIEWER, List.of(KeyHash.of(WALL), KeyHash.of(NEXT)));
    Token plan = new Token("plan", Role.PLANNER, List.of(KeyHash.of(PLAN)));
    wallboard =
        Wallboard.start(
            WallboardSettings.of("127.0.0.1:1").onPort(0).with(new Tokens(List.of(wall, plan))));
    calls = new HttpCalls(wallboard);
  }

  @AfterAll
  static void stop() {
    wallboard.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/queues", "/api/v1/stream", "/metrics", "/api/v1/nothing"})
  void withoutATokenNothingIsTold(String path) {
    HttpResponse<String> answer = calls.get(path);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate")).isPresent();
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.body())
        .contains("\"code\":\"unauthenticated\"", "no token: expected one of the role viewer");
  }

  @Test
  void anUnknownTokenIsRefusedAndNotRepeated() {
    HttpResponse<String> answer = calls.get("/api/v1/queues", "Authorization", "Bearer guessed");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("an unknown token").doesNotContain("guessed");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer " + WALL,
    "authorization, bearer " + NEXT,
    "X-Api-Key, " + PLAN
  })
  void aTokenIsShownInAHeader(String header, String value) {
    assertThat(calls.get("/api/v1/queues", header, value).statusCode()).isEqualTo(200);
    assertThat(calls.get("/metrics", header, value).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenInTheAddressIsNotTaken() {
    assertThat(calls.get("/api/v1/queues?token=" + WALL).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/staffing, " + WALL + ", 403, a token of the role viewer: expected one of planner",
    "/api/v1/journeys/c, " + PLAN + ", 403, a token of the role planner: expected one of admin",
    "/api/v1/queues, " + PLAN + ", 200, queues"
  })
  void aRoleMayDoWhatLesserOnesMayAndNoMore(String path, String token, int status, String says) {
    HttpResponse<String> answer = calls.get(path, "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(says);
  }

  @Test
  void thePageItselfAndItsDescriptionNeedNone() {
    assertThat(calls.get("/").statusCode()).isEqualTo(200);
    assertThat(calls.get("/js/main.js").statusCode()).isEqualTo(200);
    assertThat(calls.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(calls.get("/openapi.yaml").statusCode()).isEqualTo(200);
  }

  @Test
  void theStreamTakesTheHeaderToo() throws IOException {
    Map<String, String> header = Map.of("Authorization", "Bearer " + WALL);
    try (SseClient viewer = new SseClient(calls.at("/api/v1/stream"), null, header)) {
      assertThat(viewer.next().name()).isEqualTo("snapshot");
    }
  }
}
