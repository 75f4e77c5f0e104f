// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Fixtures;
import io.tideboard.platforms.Timeline;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.support.Names;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskEventsTest {

  private static final String SALES = " WT1 channel=voice queue=Sales";
  private static final String CALLER = " customer=+15550100";
  private static final String QUEUED = "09:00:10 queued" + SALES + CALLER + " priority=5";
  private static final String AT = "09:00:25.750 ";

  private final TwilioTaskRouter twilio = new TwilioTaskRouter();

  @Test
  void aTaskEntersAQueueByTheMillisecond() {
    assertThat(toldOf(entered()))
        .containsExactly("09:00:10.500 queued" + SALES + CALLER + " priority=5");
  }

  @Test
  void aLostEntryComesBackWithEveryLaterEventUnderTheSameId() {
    Event entered = twilio.translate(Fixtures.form(entered())).events().get(0);
    Event repeated = twilio.translate(Fixtures.form(accepted())).events().get(0);
    assertThat(repeated.header().id()).isEqualTo(entered.header().id());
  }

  @Test
  void anAcceptedReservationIsAnAnswer() {
    assertThat(toldOf(accepted()))
        .containsExactly(QUEUED, AT + "answered" + SALES + " agent=anna" + CALLER);
  }

  @ParameterizedTest
  @CsvSource({
    "reservation.created,offered,' agent=anna',''",
    "reservation.rejected,declined,' agent=anna',' reason=rejected'",
    "reservation.timeout,declined,' agent=anna',' reason=no_answer'",
    "reservation.completed,wrapped_up,' agent=anna',''",
    "task.created,created,'',''",
    "task.wrapup,ended,'',''",
    "task.completed,wrapped_up,'',''",
    "task.deleted,ended,'',' by=system'",
    "task.system-deleted,ended,'',' by=system'",
    "task-queue.timeout,dequeued,'',' reason=timeout'",
    "task-queue.moved,dequeued,'',' reason=overflow'",
    "task.canceled,ended,'',' by=customer'"
  })
  void eachEventIsToldAtItsTime(String type, String told, String agent, String more) {
    assertThat(toldOf(of(type))).endsWith(AT + told + SALES + agent + CALLER + more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reservation.canceled",
        "reservation.rescinded",
        "reservation.wrapup",
        "reservation.failed",
        "task.updated",
        "task.transfer-initiated",
        "task.transfer-failed",
        "task.transfer-attempt-failed",
        "task.transfer-canceled",
        "task.transfer-completed",
        "workflow.entered",
        "workflow.target-matched",
        "workflow.timeout",
        "workflow.skipped",
        "worker.created",
        "worker.attributes.update",
        "worker.capacity.update",
        "worker.channel.availability.update",
        "activity.updated",
        "workspace.updated",
        "brand.new"
      })
  void eventsThatTellNothingAreIgnoredAndCounted(String type) {
    Translation translation = twilio.translate(Fixtures.form(of(type)));
    assertThat(translation.events()).isEmpty();
    assertThat(translation.ignored()).isEqualTo(Map.of(type, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "hangup,abandoned,''",
    "'',abandoned,''",
    "Task+TTL+Exceeded,dequeued,' reason=timeout'",
    "Workflow+timeout,dequeued,' reason=timeout'",
    "Workflow+was+deleted,dequeued,' reason=withdrawn'"
  })
  void aCanceledTaskIsAbandonedUnlessTheSystemCanceledIt(String reason, String type, String more) {
    assertThat(toldOf(of("task.canceled") + "&TaskCanceledReason=" + reason))
        .contains(AT + type + SALES + CALLER + more);
  }

  @Test
  void timingOutAndMovingOnLeaveTheQueueOnce() {
    assertThat(ids(of("task-queue.moved"))).isEqualTo(ids(of("task-queue.timeout")));
  }

  @Test
  void aColdTransferEndsTheWorkersPart() {
    String cold = of("task.transfer-initiated") + "&TransferMode=COLD&TransferTo=WK2";
    assertThat(toldOf(cold)).containsExactly(AT + "transferred" + SALES + CALLER + " toAgent=WK2");
    assertThat(toldOf(cold.replace("WK2", "WQ2")))
        .containsExactly(AT + "transferred" + SALES + CALLER);
    assertThat(toldOf(cold.replace("COLD", "WARM"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Available,available",
    "Lunch,break",
    "Offline,offline",
    "Unavailable,away",
    "WrapUp,wrap_up",
    "Reserved,busy",
    "Idle,available",
    "Team+Meeting,meeting"
  })
  void aWorkersActivityIsAState(String activity, String state) {
    String body =
        of("worker.activity.update")
            .replace("WorkerActivityName=Available", "WorkerActivityName=" + activity);
    assertThat(toldOf(body))
        .containsExactly(
            AT + "agent.state agent=anna state=" + state + " reason=" + activity.replace('+', ' '));
  }

  @Test
  void anActivityUnderTheEventsOldNameIsTheSame() {
    assertThat(toldOf(of("worker.activity"))).isEqualTo(toldOf(of("worker.activity.update")));
  }

  @Test
  void aWorkerWhoIsDeletedIsOffline() {
    assertThat(toldOf(of("worker.deleted")))
        .containsExactly(AT + "agent.state agent=anna state=offline reason=deleted");
  }

  @Test
  void aRepeatedCallbackHasTheSameIds() {
    assertThat(ids(accepted())).contains("EV4:answered").isEqualTo(ids(accepted()));
  }

  @Test
  void anEventWithoutASidIsKnownByItsReservationAndTime() {
    assertThat(ids(accepted().replace("Sid=EV4&", ""))).endsWith("WR1:answered:1772442025750");
  }

  @Test
  void secondsServeWhenThereAreNoMilliseconds() {
    assertThat(toldOf(accepted().replace("TimestampMs", "Other")))
        .anyMatch(line -> line.startsWith("09:00:25 answered"));
  }

  @Test
  void attributesThatAreNoJsonAreAsIfAbsent() {
    String body = accepted().replaceAll("TaskAttributes=[^&]*", "TaskAttributes=%7Boops");
    assertThat(toldOf(body)).endsWith(AT + "answered" + SALES + " agent=anna");
  }

  @ParameterizedTest
  @CsvSource({
    "chat,whatsapp,messaging",
    "chat,web,chat",
    "sms,,sms",
    "email,,email",
    "video,,video",
    "default,,voice"
  })
  void theTasksChannelIsMadeExactByItsAttributes(String channel, String type, String expected) {
    String attributes =
        type == null ? "{\"call_sid\":\"CA1\"}" : "{\"channelType\":\"" + type + "\"}";
    String body =
        accepted()
            .replaceAll("TaskAttributes=[^&]*", "TaskAttributes=" + encoded(attributes))
            .replace("TaskChannelUniqueName=voice", "TaskChannelUniqueName=" + channel);
    assertThat(toldOf(body)).last().asString().contains("channel=" + expected);
  }

  @Test
  void whatIsDialledNamesTheOneWhoIsCalled() {
    String attributes =
        "{\"direction\":\"outbound\",\"from\":\"+15550199\",\"outbound_to\":\"whatsapp:+15550122\"}";
    String body =
        accepted().replaceAll("TaskAttributes=[^&]*", "TaskAttributes=" + encoded(attributes));
    assertThat(toldOf(body)).last().asString().contains("customer=+15550122 direction=outbound");
  }

  @Test
  void aQueueWithoutANameIsNamedByItsSidUnlessTheInstallationHasToldOne() {
    String body = accepted().replace("TaskQueueName=Sales&", "");
    assertThat(toldOf(body)).last().asString().contains("queue=WQ1");
    TwilioTaskRouter named = new TwilioTaskRouter(Names.of(Map.of("WQ1", "Sales")));
    assertThat(Timeline.of(named.translate(Fixtures.form(body))))
        .last()
        .asString()
        .contains("queue=Sales");
  }

  @Test
  void aStreamIsToldInTheOrderOfTimeAndItsCloudEventsMayBeOdd() {
    Translation translation = twilio.translate(Fixtures.json(Fixtures.text("twilio/stream.json")));
    assertThat(Timeline.of(translation))
        .containsExactly(
            "09:00:10.100 created" + SALES + CALLER,
            "09:00:10.500 queued" + SALES + CALLER + " priority=5",
            AT + "answered" + SALES + " agent=anna" + CALLER);
    assertThat(translation.ignored())
        .isEqualTo(Map.of("com.twilio.messaging.message.delivered", 1));
  }

  @Test
  void theSameEventHasTheSameIdByCallbackAndByStream() {
    List<String> streamed =
        twilio.translate(Fixtures.json(Fixtures.text("twilio/stream.json"))).events().stream()
            .map(event -> event.header().id())
            .toList();
    assertThat(streamed).contains("EV4:answered").containsAll(ids(entered()));
  }

  @Test
  void eventsThatAreFetchedAfterwardsAreUnderstood() {
    Translation translation = twilio.translate(Fixtures.json(Fixtures.text("twilio/fetched.json")));
    assertThat(Timeline.of(translation))
        .containsExactly("12:00:00.123 agent.state agent=anna state=break reason=Lunch");
    assertThat(translation.ignored()).isEqualTo(Map.of("workflow.entered", 1));
  }

  @Test
  void aBodyWithoutATypeIsReadByItsFirstCharacter() {
    byte[] json = (" " + Fixtures.text("twilio/stream.json")).getBytes(StandardCharsets.UTF_8);
    Delivery untyped = new Delivery(Fixtures.SOURCE, "https://x", Map.of(), json);
    assertThat(twilio.translate(untyped).events()).hasSize(3);
    Delivery form =
        new Delivery(
            Fixtures.SOURCE, "https://x", Map.of(), accepted().getBytes(StandardCharsets.UTF_8));
    assertThat(twilio.translate(form).events()).hasSize(2);
  }

  @Test
  void aFormThatNamesNoEventIsRefusedAsAWhole() {
    assertThatExceptionOfType(InvalidEvent.class)
        .isThrownBy(() -> twilio.translate(Fixtures.form("a=1")))
        .satisfies(why -> assertThat(why.code()).isEqualTo(ErrorCode.MISSING_FIELD))
        .satisfies(why -> assertThat(why.field()).isEqualTo("EventType"));
  }

  @Test
  void aReservationWithoutATaskIsRefused() {
    InvalidEvent why =
        twilio.translate(Fixtures.form(accepted().replace("TaskSid", "X"))).refused().get(0);
    assertThat(why.field()).isEqualTo("task_sid");
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String entered() {
    return Fixtures.text("twilio/entered.form");
  }

  private static String accepted() {
    return Fixtures.text("twilio/accepted.form");
  }

  private static String of(String type) {
    return accepted().replace("reservation.accepted", type);
  }

  private List<String> toldOf(String form) {
    return Timeline.of(twilio.translate(Fixtures.form(form)));
  }

  private List<String> ids(String form) {
    return twilio.translate(Fixtures.form(form)).events().stream()
        .map(event -> event.header().id())
        .toList();
  }
}
