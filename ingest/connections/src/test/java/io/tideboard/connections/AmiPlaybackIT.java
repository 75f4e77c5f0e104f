// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.connections.FakePeer.Script;
import io.tideboard.events.Event;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.platforms.asterisk.AsteriskOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of a manager, played back over TCP as badly as a line can. */
class AmiPlaybackIT {

  private static final String GREETING = "Asterisk Call Manager/11.0.0\r\n";
  private static final String WELCOME =
      "Response: Success\r\nActionID: login\r\nMessage: Authentication accepted\r\n\r\n";
  private static final String[] PARTS = {
    "ami-1.txt", "ami-2-cut-off.txt", "ami-3-after-restart.txt"
  };

  private final TestSink sink = new TestSink();

  @ParameterizedTest
  @CsvSource({"2147483647, 0", "1, 0", "7, 0", "1000, 2"})
  void recordingsAddUpToTheirTotalsHoweverTheyAreSent(int chunk, long pause) throws IOException {
    try (FakePeer asterisk =
            new FakePeer(
                plays(PARTS[0], chunk, pause),
                plays(PARTS[1], chunk, pause),
                plays(PARTS[2], chunk, pause));
        AmiConnection connection = AmiConnection.open(settings(asterisk.port()), sink)) {
      // The fourth connection is the sign that the third was read to its end.
      await().atMost(Duration.ofSeconds(60)).until(() -> asterisk.accepted() > 3);
      await().until(() -> connection.status().pending() == 0);
      assertThat(Recordings.totals(sink.events())).isEqualTo(Recordings.TOTALS);
      assertThat(connection.status().opened()).isEqualTo(3);
      assertThat(connection.status().refused()).isZero();
      assertThat(connection.status().tooLong()).isZero();
      assertThat(asterisk.troubles()).isEmpty();
    }
    assertDistinctIds();
  }

  @Test
  void aConnectionThatBreaksWithinAMessageGoesOnWithTheNextOne() throws IOException {
    byte[] whole = Recordings.afterLogin(PARTS[0]);
    int message = beginOfMessage(whole, whole.length / 2);
    byte[] half = Arrays.copyOf(whole, message + 40);
    byte[] rest = Arrays.copyOfRange(whole, message, whole.length);
    try (FakePeer asterisk =
            new FakePeer(
                line -> login(line).say(half, 1000, 0),
                line -> login(line).say(rest, 1000, 0),
                plays(PARTS[1], 1000, 0),
                plays(PARTS[2], 1000, 0));
        AmiConnection connection = AmiConnection.open(settings(asterisk.port()), sink)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> asterisk.accepted() > 4);
      await().until(() -> connection.status().pending() == 0);
      assertThat(Recordings.totals(sink.events())).isEqualTo(Recordings.TOTALS);
    }
  }

  @Test
  void nothingIsLostAndOrderIsKeptWhileTheSinkRefusesFailsAndIsSilent() throws IOException {
    sink.refuse(3).fail(2).keepSilent(2);
    try (FakePeer asterisk = new FakePeer(plays(PARTS[0], 5000, 0));
        AmiConnection connection = AmiConnection.open(settings(asterisk.port()), sink)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> asterisk.accepted() > 1);
      await().until(() -> connection.status().pending() == 0);
      assertThat(connection.status().sentAgain()).isEqualTo(7);
      assertThat(connection.status().acknowledged()).isEqualTo(connection.status().told());
    }
    TestSink calm = new TestSink();
    try (FakePeer asterisk = new FakePeer(plays(PARTS[0], 5000, 0));
        AmiConnection connection = AmiConnection.open(settings(asterisk.port()), calm)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> asterisk.accepted() > 1);
      await().until(() -> connection.status().pending() == 0);
    }
    assertThat(sink.events()).isEqualTo(calm.events());
  }

  @Test
  void nothingMoreIsReadWhileTooMuchIsNotAcknowledged() throws IOException {
    sink.hold();
    byte[] day = Recordings.afterLogin(PARTS[0]);
    Script muchMore =
        line -> {
          login(line);
          for (int i = 0; i < 400; i++) {
            line.say(day, Integer.MAX_VALUE, 0);
          }
        };
    try (FakePeer asterisk = new FakePeer(muchMore);
        AmiConnection connection = AmiConnection.open(settings(asterisk.port()), sink)) {
      await().until(() -> connection.status().pending() >= 40);
      long read = connection.status().read();
      await()
          .during(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(5))
          .until(() -> connection.status().read() <= read + 1000 && asterisk.finished() == 0);
      assertThat(connection.status().pending()).isLessThan(1500);
      assertThat(connection.status().ready()).isTrue();
      sink.release();
      await().atMost(Duration.ofSeconds(60)).until(() -> asterisk.finished() == 1);
    }
  }

  @Test
  void afterEveryLoginTheQueuesAreAskedForAndBecomeSnapshots() throws IOException {
    Script asked =
        line -> {
          login(line);
          assertThat(line.request()).contains("Action: QueueStatus");
          line.say(
              "Response: Success\r\nActionID: queues\r\nEventList: start\r\n"
                  + "Message: Queue status will follow\r\n\r\n"
                  + "Event: QueueParams\r\nQueue: orders\r\nActionID: queues\r\n\r\n"
                  + "Event: QueueEntry\r\nQueue: orders\r\nUniqueid: 9.9\r\nWait: 12\r\n\r\n"
                  + "Event: QueueStatusComplete\r\nActionID: queues\r\nEventList: Complete\r\n\r\n");
        };
    try (FakePeer asterisk = new FakePeer(asked, asked);
        AmiConnection connection = AmiConnection.open(settings(asterisk.port()), sink)) {
      await().until(() -> asterisk.accepted() > 2 && connection.status().pending() == 0);
      assertThat(asterisk.troubles()).isEmpty();
    }
    List<Event> snapshots = sink.events().stream().filter(QueueSnapshot.class::isInstance).toList();
    assertThat(snapshots).hasSize(2);
    assertThat(((QueueSnapshot) snapshots.get(1)).waiting().get(0).interaction()).isEqualTo("9.9");
  }

  @Test
  void aPlainLoginSendsTheSecret() throws IOException {
    AmiLogin plain = new AmiLogin("board", "secret", false, "call,agent");
    try (FakePeer asterisk =
            new FakePeer(
                line -> {
                  line.say(GREETING);
                  assertThat(line.request())
                      .contains("Username: board", "Secret: secret", "Events: call,agent");
                  line.say(WELCOME).stay();
                });
        AmiConnection connection =
            AmiConnection.open(
                AmiSettings.of(tcp(asterisk.port()), plain, AsteriskOptions.of("pbx")), sink)) {
      await().until(() -> connection.status().ready());
      assertThat(asterisk.troubles()).isEmpty();
    }
  }

  @Test
  void aRefusedLoginSaysWhyAndIsTriedAgainOnlyAfterTheLongestWait() throws IOException {
    Script refuses =
        line -> {
          line.say(GREETING);
          line.request();
          line.say("Response: Error\r\nMessage: Authentication failed\r\n\r\n").stay();
        };
    try (FakePeer asterisk = new FakePeer(refuses, refuses, refuses);
        AmiConnection connection =
            AmiConnection.open(
                AmiSettings.of(
                    tcp(asterisk.port())
                        .withTimes(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(5),
                            new Backoff(Duration.ofMillis(10), Duration.ofHours(1), 0)),
                    AmiLogin.of("board", "wrong"),
                    AsteriskOptions.of("pbx")),
                sink)) {
      await().until(() -> connection.status().failed() == 1);
      assertThat(connection.status().problem()).contains("board", "Authentication failed");
      await().during(Duration.ofMillis(300)).until(() -> asterisk.accepted() == 1);
    }
  }

  @Test
  void whoNeitherGreetsNorAnswersIsTriedAnew() throws IOException {
    try (FakePeer asterisk =
            new FakePeer(
                FakePeer.Line::stay,
                line -> line.say("Asterisk Call Man").stay(),
                line -> {
                  login(line);
                  line.request();
                  line.request();
                  line.stay();
                });
        AmiConnection connection =
            AmiConnection.open(
                AmiSettings.of(
                    tcp(asterisk.port(), Duration.ofSeconds(1), Duration.ofMillis(300)),
                    AmiLogin.of("board", "secret"),
                    AsteriskOptions.of("pbx")),
                sink)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> connection.status().ready());
      assertThat(connection.status().failed()).isEqualTo(2);
      // The third one logs in, and then is silent whatever it is asked.
      await().atMost(Duration.ofSeconds(20)).until(() -> asterisk.accepted() > 3);
      assertThat(asterisk.requests()).anyMatch(request -> request.contains("Action: Ping"));
    }
  }

  @Test
  void whatIsNotThereYetIsConnectedToWhenItComes() throws IOException {
    int port;
    try (FakePeer gone = new FakePeer()) {
      port = gone.port();
    }
    try (AmiConnection connection = AmiConnection.open(settings(port), sink)) {
      await().until(() -> connection.status().failed() > 1);
      assertThat(connection.status().problem()).contains("127.0.0.1:" + port);
      assertThat(connection.status().ready()).isFalse();
    }
  }

  private void assertDistinctIds() {
    Set<String> ids = new HashSet<>();
    sink.events().forEach(event -> assertThat(ids.add(event.header().id())).isTrue());
  }

  private static Script plays(String recording, int chunk, long pause) {
    return line -> login(line).say(Recordings.afterLogin(recording), chunk, pause);
  }

  private static FakePeer.Line login(FakePeer.Line line) throws IOException {
    line.say(GREETING);
    assertThat(line.request()).contains("Action: Challenge", "AuthType: MD5");
    line.say("Response: Success\r\nActionID: challenge\r\nChallenge: 840415273\r\n\r\n");
    // The MD5 digest of the challenge and the secret.
    assertThat(line.request()).contains("Action: Login", "Key: 81c3ab5534a432bec402f6d988ee45b4");
    return line.say(WELCOME);
  }

  private static int beginOfMessage(byte[] bytes, int near) {
    int at = near;
    while (!(bytes[at - 4] == '\r' && bytes[at - 3] == '\n' && bytes[at - 2] == '\r')) {
      at++;
    }
    return at;
  }

  private static TcpSettings tcp(int port) {
    return tcp(port, Duration.ofSeconds(20), Duration.ofSeconds(20));
  }

  private static TcpSettings tcp(int port, Duration connect, Duration keepAlive) {
    return TcpSettings.of("127.0.0.1", port)
        .withTimes(
            connect, keepAlive, new Backoff(Duration.ofMillis(5), Duration.ofMillis(50), 0.5));
  }

  private static AmiSettings settings(int port) {
    Backoff soon = new Backoff(Duration.ofMillis(5), Duration.ofMillis(50), 0.5);
    return AmiSettings.of(tcp(port), AmiLogin.of("board", "secret"), AsteriskOptions.of("pbx"))
        .with(new DeliverySettings(20, 40, Duration.ofMillis(300), soon, Duration.ofSeconds(2)));
  }
}
