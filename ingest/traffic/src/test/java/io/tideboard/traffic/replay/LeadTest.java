// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tideboard.events.Event;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far a replay without a limit on speed lets its lanes get away from each other. */
class LeadTest {

  private static final List<Event> DAY = day();
  private static final Duration LEAD = Duration.ofHours(1);

  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger taken = new AtomicInteger();
  private TestGateway gateway;

  @BeforeEach
  void open() throws IOException {
    gateway = new TestGateway();
  }

  @AfterEach
  void close() {
    release.countDown();
    gateway.close();
  }

  @Test
  void whileOneLaneIsNotAnsweredTheOthersGoOnForAnHourOfTheLog() throws Exception {
    Event held = DAY.get(0);
    gateway.hold(held.key(), release);
    CompletableFuture<ReplayReport> report = new CompletableFuture<>();
    Thread sender = new Thread(() -> send(DAY, options(), report));
    sender.start();
    await().until(() -> sender.getState() == Thread.State.WAITING && isBeyond(at(held)));
    assertThat(at(DAY.get(taken.get() - 2))).isBeforeOrEqualTo(at(held).plus(LEAD));
    assertThat(gateway.accepted()).isNotEmpty().doesNotContain(held);
    assertThat(gateway.accepted()).allMatch(event -> !at(event).isAfter(at(held).plus(LEAD)));

    release.countDown();

    assertThat(report.join().end().accepted()).isEqualTo(DAY.size());
    assertThat(new HashSet<>(gateway.accepted())).isEqualTo(new HashSet<>(DAY));
    assertThat(gateway.accepted()).hasSameSizeAs(DAY);
  }

  @Test
  void noEventArrivesAnHourBehindOthersAlthoughLanesFillAtDifferentSpeeds() {
    send(DAY, options().in(16, 500), new CompletableFuture<>());
    Instant latest = Instant.MIN;
    for (Event event : gateway.accepted()) {
      assertThat(at(event))
          .isAfterOrEqualTo(latest.equals(Instant.MIN) ? latest : latest.minus(LEAD));
      latest = at(event).isAfter(latest) ? at(event) : latest;
    }
    assertThat(gateway.accepted()).hasSameSizeAs(DAY);
  }

  @Test
  void aFewEventsOfManyInteractionsShareOneRequest() {
    send(DAY.subList(0, 400), options().in(8, 500), new CompletableFuture<>());
    assertThat(gateway.requests()).containsExactly(DAY.subList(0, 400));
  }

  @Test
  void theEventsOfAnInteractionKeepTheirOrderWhetherTheyShareARequestOrNot() {
    send(DAY, options().in(4, 300), new CompletableFuture<>());
    assertThat(byKey(gateway.accepted())).isEqualTo(byKey(DAY));
  }

  @Test
  void aLogThatRunsBackwardsIsSentAllTheSame() {
    List<Event> backwards = new ArrayList<>(DAY);
    Collections.reverse(backwards);
    send(backwards, options(), new CompletableFuture<>());
    assertThat(new HashSet<>(gateway.accepted())).isEqualTo(new HashSet<>(DAY));
    assertThat(gateway.accepted()).hasSameSizeAs(DAY);
  }

  @Test
  void aGatewayThatForbidsEndsAReplayThatWaitsForItsAnswer() {
    gateway.answer(401, null, "{\"code\":\"unauthorized\"}");
    CompletableFuture<ReplayReport> report = new CompletableFuture<>();
    send(DAY, options(), report);
    assertThatThrownBy(report::join).hasCauseInstanceOf(ReplayFailed.class);
  }

  @Test
  @Timeout(30)
  void aGatewayThatForbidsIsHeardWhileNothingIsDue() {
    gateway.answer(401, null, "{\"code\":\"unauthorized\"}");
    CompletableFuture<ReplayReport> report = new CompletableFuture<>();
    List<Event> anHourApart =
        List.of(
            DAY.get(0),
            DAY.stream().filter(e -> at(e).isAfter(at(DAY.get(0)).plus(LEAD))).findFirst().get());
    send(anHourApart, options().at(new Speed(1)), report);
    assertThatThrownBy(report::join).hasCauseInstanceOf(ReplayFailed.class);
  }

  @Test
  void aLeadOfNothingIsRefused() {
    assertThatThrownBy(() -> options().ahead(Duration.ZERO))
        .hasMessage("'PT0S' in lead: expected a time above 0");
  }

  private boolean isBeyond(Instant held) {
    return taken.get() > 0 && at(DAY.get(taken.get() - 1)).isAfter(held.plus(LEAD));
  }

  private ReplayOptions options() {
    return ReplayOptions.to(gateway.uri()).ahead(LEAD);
  }

  private void send(
      List<Event> log, ReplayOptions options, CompletableFuture<ReplayReport> report) {
    Iterator<Event> counted = log.stream().peek(event -> taken.incrementAndGet()).iterator();
    try {
      report.complete(new Replay(options).send(counted));
    } catch (InterruptedException | RuntimeException e) {
      report.completeExceptionally(e);
    }
  }

  private static Map<String, List<Event>> byKey(List<Event> events) {
    return events.stream().collect(Collectors.groupingBy(Event::key));
  }

  private static Instant at(Event event) {
    return event.header().occurredAt();
  }

  private static List<Event> day() {
    List<Event> events = new ArrayList<>();
    new Simulation(Scenarios.workday(LocalDate.parse("2026-03-06"), LocalTime.of(9, 30)), 1)
        .forEachRemaining(events::add);
    return events.subList(0, 30_000);
  }
}
