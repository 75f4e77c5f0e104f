// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClosingIT {

  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void whatWasAnsweredBeforeTheEndIsInKafka() {
    Running running = Running.on(kafka, Running.settings(kafka));
    HttpClient client = HttpClient.newHttpClient();
    URI events = running.uri("/v1/events");
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(events)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(Told.queued("closing-" + i)))
              .build();
      answers.add(
          client
              .sendAsync(request, BodyHandlers.ofString())
              .handle((answer, failure) -> failure == null && isAccepted(answer)));
    }
    answers.get(0).join();
    running.gateway.close();
    long accepted = answers.stream().filter(CompletableFuture::join).count();
    assertThat(accepted).isPositive();
    assertThat(running.records(Topics.EVENTS)).hasSizeGreaterThanOrEqualTo((int) accepted);
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (Gateway gateway = Gateway.start(Running.settings(kafka))) {
      assertThatThrownBy(() -> Gateway.start(Running.settings(kafka).onPort(gateway.port())))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(String.valueOf(gateway.port()));
    }
  }

  private static boolean isAccepted(HttpResponse<String> answer) {
    return answer.statusCode() == 202;
  }
}
