// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.events.Event;
import io.tideboard.traffic.simulator.Scenario;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final List<Event> LOG = morning(Duration.ofMinutes(20));

  private final SimulatedPacer pacer = new SimulatedPacer();
  private final List<ReplayProgress> told = new ArrayList<>();
  private TestGateway gateway;

  @BeforeEach
  void open() throws IOException {
    gateway = new TestGateway();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void everyEventArrivesOnceAndInOrderWithinItsInteraction() throws InterruptedException {
    ReplayReport report = send(options().in(4, 7));
    assertThat(report.end().accepted()).isEqualTo(LOG.size());
    assertThat(report.end().refused()).isZero();
    assertThat(byKey(gateway.accepted())).isEqualTo(byKey(LOG));
  }

  @Test
  void atSixtyTimesRealTimeAnHourTakesAMinute() throws InterruptedException {
    ReplayReport report = send(options().at(new Speed(60)));
    double span = Duration.between(at(LOG.get(0)), at(LOG.get(LOG.size() - 1))).toMillis() / 1e3;
    assertThat(report.end().elapsed().toMillis() / 1e3).isCloseTo(span / 60, within(0.006));
    assertThat(report.end().speed()).isCloseTo(60, within(0.1));
    assertThat(gateway.accepted()).hasSize(LOG.size());
  }

  @Test
  void noEventLeavesBeforeItsTimeHasCome() throws InterruptedException {
    Instant first = at(LOG.get(0));
    Iterator<Event> watched =
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < LOG.size();
          }

          @Override
          public Event next() {
            if (next > 0) {
              Duration due = Duration.between(first, at(LOG.get(next - 1))).dividedBy(60);
              assertThat(pacer.nanoTime()).isGreaterThanOrEqualTo(due.toNanos());
            }
            return LOG.get(next++);
          }
        };
    ReplayReport report = new Replay(options().at(new Speed(60)), pacer, told::add).send(watched);
    assertThat(report.end().accepted()).isEqualTo(LOG.size());
  }

  @Test
  void whatIsDueTogetherLeavesTogether() throws InterruptedException {
    send(options().at(new Speed(3600)).in(1, 500));
    assertThat(gateway.requests()).hasSizeLessThan(LOG.size() / 5);
  }

  @Test
  void withoutALimitOnSpeedNobodySleeps() throws InterruptedException {
    send(options());
    assertThat(pacer.sleeps()).isEmpty();
  }

  @Test
  void eventsOfThePastLeaveAtOnceInAnUnorderedLog() throws InterruptedException {
    List<Event> backwards = new ArrayList<>(LOG);
    Collections.reverse(backwards);
    ReplayReport report =
        new Replay(options().at(new Speed(60)), pacer, told::add).send(backwards.iterator());
    assertThat(report.end().accepted()).isEqualTo(LOG.size());
    assertThat(pacer.sleeps()).isEmpty();
  }

  @Test
  void aBusyGatewayIsAskedAgainAfterTheTimeItNamed() throws InterruptedException {
    gateway.answer(503, "7", "{\"code\":\"unavailable\"}");
    gateway.answer(429, "3", "");
    ReplayReport report = send(options().in(1, 100));
    assertThat(pacer.sleeps()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3));
    assertThat(gateway.requests().get(1)).isEqualTo(gateway.requests().get(0));
    assertThat(gateway.accepted()).isEqualTo(LOG);
    assertThat(report.end().accepted()).isEqualTo(LOG.size());
  }

  @Test
  void refusedEventsAreCountedAndTheFirstAreShown() throws InterruptedException {
    gateway.answer(
        207,
        null,
        "{\"accepted\":99,\"rejected\":[{\"index\":3,\"id\":\"sim-3\","
            + "\"code\":\"time_in_future\",\"message\":\"too early\"}]}");
    ReplayReport report = send(options().in(1, 100));
    assertThat(report.end().refused()).isEqualTo(1);
    assertThat(report.end().sent()).isEqualTo(LOG.size());
    assertThat(report.firstRefusals())
        .containsExactly(new Refusal("sim-3", "time_in_future", "too early"));
  }

  @Test
  void aBatchOfWhichNothingWasAcceptableIsRefusedAsAWhole() throws InterruptedException {
    gateway.answer(400, null, "{\"code\":\"malformed_json\",\"message\":\"no\"}");
    ReplayReport report = send(options().in(1, 50));
    assertThat(report.end().refused()).isEqualTo(50);
    assertThat(report.firstRefusals()).hasSize(20);
  }

  @Test
  void aBatchThatIsTooLargeIsSentInHalves() throws InterruptedException {
    gateway.answer(413, null, "{\"code\":\"too_large\"}");
    ReplayReport report = send(options().in(1, 100));
    assertThat(gateway.requests().get(1)).hasSize(50);
    assertThat(gateway.accepted()).isEqualTo(LOG);
    assertThat(report.end().accepted()).isEqualTo(LOG.size());
  }

  @Test
  void aGatewayThatForbidsEndsTheReplayInItsWords() {
    gateway.answer(401, null, "{\"code\":\"unauthorized\"}");
    ReplayFailed failed =
        catchThrowableOfType(ReplayFailed.class, () -> send(options().in(1, 100)));
    assertThat(failed).hasMessageContaining("/v1/events answered 401: {\"code\":\"unauthorized\"}");
    assertThat(failed.unreachable()).isFalse();
  }

  @Test
  void aGatewayThatIsNotThereIsUnreachableWhenPatienceIsOver() {
    URI nobody = gateway.uri();
    gateway.close();
    ReplayOptions options = ReplayOptions.to(nobody).patientFor(Duration.ofSeconds(30));
    ReplayFailed failed = catchThrowableOfType(ReplayFailed.class, () -> send(options));
    assertThat(failed).hasMessageContaining("cannot be reached").hasMessageContaining("30 s");
    assertThat(failed.unreachable()).isTrue();
    assertThat(pacer.sleeps()).isNotEmpty();
  }

  @Test
  void compressedBodiesHoldTheSameEvents() throws InterruptedException {
    send(options().in(1, 200).compressed());
    assertThat(gateway.accepted()).isEqualTo(LOG);
  }

  @Test
  void progressIsToldEverySecondAndAtTheEnd() throws InterruptedException {
    send(options().at(new Speed(60)));
    assertThat(told).hasSizeBetween(18, 23);
    ReplayProgress end = told.get(told.size() - 1);
    assertThat(end.sent()).isEqualTo(LOG.size());
    assertThat(end.reached()).isEqualTo(at(LOG.get(LOG.size() - 1)));
  }

  @Test
  void anInterruptEndsAReplayWhoseGatewayIsSilent() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://localhost:" + silent.getLocalPort());
      Thread sender = Thread.currentThread();
      CompletableFuture<Void> interrupted =
          CompletableFuture.runAsync(
              () -> {
                try (Socket connection = silent.accept()) {
                  assertThat(connection.getInputStream().read()).isPositive();
                  sender.interrupt();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      assertThatThrownBy(() -> send(ReplayOptions.to(uri).in(1, 10)))
          .isInstanceOf(InterruptedException.class);
      interrupted.join();
    }
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThatThrownBy(() -> ReplayOptions.to(URI.create("localhost:8080")))
        .hasMessageContaining("'localhost:8080' in the gateway's address");
  }

  private ReplayOptions options() {
    return ReplayOptions.to(gateway.uri());
  }

  private ReplayReport send(ReplayOptions options) throws InterruptedException {
    return new Replay(options, pacer, told::add).send(LOG.iterator());
  }

  private static Map<String, List<Event>> byKey(List<Event> events) {
    return events.stream()
        .collect(Collectors.groupingBy(Event::key, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Instant at(Event event) {
    return event.header().occurredAt();
  }

  private static List<Event> morning(Duration length) {
    Scenario center = Scenarios.workday(LocalDate.parse("2026-03-06"), LocalTime.of(9, 30));
    List<Event> events = new ArrayList<>();
    Simulation simulation = new Simulation(center, 1);
    Instant end = center.start().plus(length);
    while (events.isEmpty() || at(events.get(events.size() - 1)).isBefore(end)) {
      events.add(simulation.next());
    }
    return events;
  }
}
