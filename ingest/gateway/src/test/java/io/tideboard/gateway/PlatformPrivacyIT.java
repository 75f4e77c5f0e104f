// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.pull.Recorded;
import io.tideboard.gateway.pull.ScriptedPeer;
import io.tideboard.gateway.pull.Sites;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known numbers and addresses through every path, and then a look at every byte written. */
class PlatformPrivacyIT {

  /** Of the customers in the fixtures and recordings, without what people put between digits. */
  private static final List<String> KNOWN =
      List.of("5550100", "5550199", "eva.hoffmann", "4420794600", "079460");

  private static final String TOKEN = "token-that-is-in-the-address";

  @TempDir Path directory;

  @Test
  void noCustomerOfAPlatformIsWrittenInClear() throws IOException {
    Path log = Files.write(directory.resolve("queue_log"), Recorded.of("queue_log"));
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    List<String> written = new ArrayList<>();
    try (LogLines lines = LogLines.gathered();
        ScriptedPeer asterisk = ScriptedPeer.asterisk(Recorded.manager(), 1000);
        Running running =
            Running.on(
                    kafka,
                    Running.settings(kafka)
                        .with(AdmissionRules.DEFAULT.withEventTime(true).withComments(true))
                        .with(access(log, asterisk.port())),
                    InstantSource.fixed(PlatformCalls.NOW))
                .withKey(PlatformCalls.READER_KEY)) {
      PlatformCalls.FIXTURES.forEach(
          (platform, fixtures) ->
              fixtures.forEach(
                  fixture -> deliverInEveryWay(running, platform, PlatformCalls.fixture(fixture))));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  asterisk.accepted() > 3
                      && running.metric("tideboard_gateway_connection_pending") == 0
                      && running.metric("tideboard_gateway_connection_read_total") > 0);
      Stream.of(Topics.EVENTS, Topics.REJECTED)
          .flatMap(topic -> running.records(topic).stream())
          .forEach(record -> written.add(text(record.key()) + " " + text(record.value())));
      assertThat(written).hasSizeGreaterThan(200);
      for (String platform : PlatformCalls.FIXTURES.keySet()) {
        assertThat(written).anyMatch(text -> text.contains(PlatformCalls.source(platform)));
      }
      written.add(running.get("/metrics").body());
      written.addAll(lines.lines());
      assertThat(lines.lines()).hasSizeGreaterThan(20);
    }
    for (String text : written) {
      String plain = text.replaceAll("[ ()/+\u00a0-]", "");
      assertThat(plain).doesNotContainIgnoringCase(TOKEN.replace("-", ""));
      for (String known : KNOWN) {
        assertThat(plain).doesNotContainIgnoringCase(known);
      }
    }
  }

  /** Genuine, forged, unsigned, cut, in an array with nonsense, of an unknown kind. */
  private static void deliverInEveryWay(Running running, String platform, byte[] body) {
    String text = text(body);
    List<HttpRequest> calls = new ArrayList<>();
    calls.add(PlatformCalls.call(running, platform, body));
    calls.add(
        PlatformCalls.call(
            running, platform, body, new PlatformCalls.Signature("wrong", PlatformCalls.NOW)));
    for (String broken :
        List.of(
            text.substring(0, text.length() * 2 / 3),
            "[" + text + ",\"+4930 5550199\"]",
            text.replaceFirst(
                "\"(topic|event|type|eventType|EventType)\": *\"[^\"]*\"",
                "\"$1\": \"call +49 30 5550199\""),
            text.replaceFirst("(EventType)=[^&]*", "$1=call-15550100"),
            text.replace("2026-03-02T", "yesterday +15550100"))) {
      calls.add(PlatformCalls.call(running, platform, broken.getBytes(StandardCharsets.UTF_8)));
    }
    calls.add(
        HttpRequest.newBuilder(running.uri(PlatformCalls.path(platform) + "?token=" + TOKEN))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
    calls.forEach(call -> assertThat(running.send(call).statusCode()).isBetween(200, 499));
  }

  private static AccessSettings access(Path log, int manager) {
    List<SourceSettings> sources = new ArrayList<>(PlatformCalls.sources());
    sources.add(SourceSettings.of("pbx-1").with(Sites.manager("pbx-1", manager)));
    sources.add(SourceSettings.of("pbx-2").with(Sites.log("pbx-2", log)));
    return AccessSettings.OPEN
        .with(sources.toArray(SourceSettings[]::new))
        .at(PlatformCalls.PUBLIC_URL);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
