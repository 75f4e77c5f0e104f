// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Fixtures;
import io.tideboard.platforms.Timeline;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.support.Names;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactEventsTest {

  private static final String QUEUED = "09:00:10.500 queued c-1 channel=voice queue=q-sales";

  private final AmazonConnect connect = new AmazonConnect();

  @Test
  void aContactIsInitiated() {
    String body = Fixtures.text("connect/queued.json").replace("\"QUEUED\"", "\"INITIATED\"");
    body = body.replaceAll(",\\s*\"queueInfo\": \\{[^}]*}", "");
    assertThat(told(body)).containsExactly("09:00:00.120 created c-1 channel=voice");
  }

  @Test
  void aContactIsQueued() {
    assertThat(toldOf("queued.json"))
        .containsExactly("09:00:00.120 created c-1 channel=voice queue=q-sales", QUEUED);
  }

  @Test
  void aBareDetailIsUnderstoodAsOneThatEventBridgeWraps() {
    assertThat(toldOf("connected.json"))
        .endsWith(QUEUED, "09:00:25.750 answered c-1 channel=voice agent=a-anna");
  }

  @Test
  void aLostQueuedComesBackWithEveryLaterEventUnderTheSameId() {
    InteractionEvent queued = event("queued.json", "interaction.queued");
    for (String later : List.of("connected.json", "disconnected.json", "completed.json")) {
      assertThat(event(later, "interaction.queued")).as(later).isEqualTo(queued);
    }
    assertThat(event("abandoned.json", "interaction.queued")).isEqualTo(queued);
  }

  @Test
  void anAnsweredContactEndsWhateverTheCasingOfItsFields() {
    assertThat(toldOf("disconnected.json"))
        .endsWith(
            "09:00:25.750 answered c-1 channel=voice agent=a-anna",
            "09:03:00 ended c-1 channel=voice agent=a-anna by=agent");
  }

  @Test
  void whoLeavesAQueueWithoutAnAgentHasAbandoned() {
    assertThat(toldOf("abandoned.json"))
        .endsWith(
            QUEUED,
            "09:00:40 abandoned c-1 channel=voice",
            "09:00:40 ended c-1 channel=voice by=customer");
  }

  @Test
  void whoHangsUpWhileAnAgentIsBeingCalledHasAbandoned() {
    String body =
        Fixtures.text("connect/disconnected.json")
            .replace("2026-03-02T09:00:25.750Z", "1970-01-01T00:00:00.001Z")
            .replace("AGENT_DISCONNECT", "CUSTOMER_DISCONNECT");
    assertThat(told(body)).contains("09:03:00 abandoned c-1 channel=voice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTACT_FLOW_DISCONNECT", "API", "OTHER", "TELECOM_PROBLEM"})
  void whoIsTakenOutOfTheQueueHasNotAbandoned(String reason) {
    assertThat(told(abandonedFor(reason)))
        .contains("09:00:40 dequeued c-1 channel=voice reason=withdrawn");
  }

  @Test
  void aTaskThatExpiresInTheQueueTimedOut() {
    assertThat(told(abandonedFor("EXPIRED")))
        .contains("09:00:40 dequeued c-1 channel=voice reason=timeout");
  }

  private static String abandonedFor(String reason) {
    return Fixtures.text("connect/abandoned.json")
        .replace("\"eventType\"", "\"disconnectReason\": \"" + reason + "\", \"eventType\"");
  }

  @Test
  void aTimeOf1970IsNoTime() {
    assertThat(toldOf("data-updated.json"))
        .containsExactly(
            "09:00:00.120 created c-1 channel=chat queue=q-sales", QUEUED.replace("voice", "chat"));
  }

  @Test
  void aDialledContactWithoutQueueInfoIsNoAbandon() {
    assertThat(toldOf("outbound.json"))
        .containsExactly(
            "09:00:00.120 created c-9 channel=voice direction=outbound",
            "09:01:40 ended c-9 channel=voice direction=outbound");
  }

  @Test
  void aDialledContactDoesNotWaitInTheQueueThatItNames() {
    String body = Fixtures.text("connect/abandoned.json").replace("\"INBOUND\"", "\"OUTBOUND\"");
    assertThat(told(body)).noneMatch(line -> line.contains("queued") || line.contains("abandoned"));
  }

  @Test
  void completedEndsTheAfterContactWork() {
    assertThat(toldOf("completed.json"))
        .endsWith(
            "09:03:00 ended c-1 channel=voice agent=a-anna",
            "09:03:45 wrapped_up c-1 channel=voice");
  }

  @Test
  void completedWithoutAfterContactWorkWrapsUpAtTheEnd() {
    String body = Fixtures.text("connect/completed.json").replaceAll("afterContactWork\\w*", "x");
    assertThat(told(body)).endsWith("09:03:00 wrapped_up c-1 channel=voice");
  }

  @Test
  void whoAskedToBeCalledBackDidNotAbandon() {
    assertThat(toldOf("callback.json"))
        .contains("09:00:35 callback_requested c-1 queue=q-callbacks")
        .contains("09:00:35 created c-2 channel=voice queue=q-callbacks");
  }

  @Test
  void aCallbackThatIsNeverTakenIsNoAbandon() {
    String body = Fixtures.text("connect/abandoned.json").replace("\"INBOUND\"", "\"CALLBACK\"");
    assertThat(told(body)).contains("09:00:40 dequeued c-1 channel=voice reason=withdrawn");
  }

  @Test
  void aTransferBetweenQueuesTakesThePreviousContactOutOfItsQueue() {
    String body =
        Fixtures.text("connect/callback.json").replace("\"CALLBACK\"", "\"QUEUE_TRANSFER\"");
    assertThat(told(body)).contains("09:00:35 dequeued c-1 reason=overflow");
  }

  @Test
  void aTransferIsAContactOfItsOwnThatNamesWhereItCameFrom() {
    String body = Fixtures.text("connect/callback.json").replace("\"CALLBACK\"", "\"TRANSFER\"");
    Translation translation = connect.translate(Fixtures.json(body));
    assertThat(Timeline.of(translation))
        .containsExactly("09:00:35 created c-2 channel=voice queue=q-callbacks");
    InteractionEvent created = (InteractionEvent) translation.events().get(0);
    assertThat(created.contact().attributes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("initiation", "transfer", "initialContact", "c-1", "previousContact", "c-1"));
  }

  @Test
  void aPauseHoldsTheContactAndTheEventsOwnTimeServesWhenItHasNone() {
    String paused = Fixtures.text("connect/queued.json").replace("\"QUEUED\"", "\"PAUSED\"");
    String resumed = Fixtures.text("connect/queued.json").replace("\"QUEUED\"", "\"RESUMED\"");
    assertThat(told(paused)).endsWith("09:00:30 held c-1 channel=voice");
    assertThat(told(resumed)).endsWith("09:00:30 resumed c-1 channel=voice");
  }

  @Test
  void textMessagesAreChatsOfASubtype() {
    String body =
        Fixtures.text("connect/data-updated.json")
            .replace(
                "\"initiationMethod\"",
                "\"segmentAttributes\": {\"connect:Subtype\": {\"valueString\": \"connect:SMS\"}},"
                    + " \"initiationMethod\"");
    assertThat(told(body)).allMatch(line -> line.contains("channel=sms"));
  }

  @Test
  void aSupervisorWhoListensInIsNoContact() {
    String body = Fixtures.text("connect/queued.json").replace("\"INBOUND\"", "\"MONITOR\"");
    assertThat(connect.translate(Fixtures.json(body)).ignored()).isEqualTo(Map.of("QUEUED", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AMD_DISABLED", "WEBRTC_API", "SOMETHING_NEW"})
  void kindsThatTellNothingAreIgnoredAndCounted(String kind) {
    String body = Fixtures.text("connect/queued.json").replace("\"QUEUED\"", '"' + kind + '"');
    Translation translation = connect.translate(Fixtures.json(body));
    assertThat(translation.events()).isEmpty();
    assertThat(translation.refused()).isEmpty();
    assertThat(translation.ignored()).isEqualTo(Map.of(kind, 1));
  }

  @Test
  void connectedToSystemTellsThatTheContactBegan() {
    String body =
        Fixtures.text("connect/outbound.json")
            .replace("\"DISCONNECTED\"", "\"CONNECTED_TO_SYSTEM\"");
    assertThat(told(body))
        .containsExactly("09:00:00.120 created c-9 channel=voice direction=outbound");
  }

  @Test
  void queuesAndAgentsHaveTheNamesThatTheInstallationHasTold() {
    AmazonConnect named = new AmazonConnect(Names.of(Map.of("q-sales", "Sales", "a-anna", "anna")));
    assertThat(Timeline.of(named.translate(Fixtures.json(Fixtures.text("connect/connected.json")))))
        .endsWith(
            "09:00:10.500 queued c-1 channel=voice queue=Sales",
            "09:00:25.750 answered c-1 channel=voice agent=anna");
  }

  @Test
  void anAnswerWithoutAnAgentIsRefusedByName() {
    String body = Fixtures.text("connect/connected.json").replace("agentArn", "someArn");
    InvalidEvent why = connect.translate(Fixtures.json(body)).refused().get(0);
    assertThat(why.code()).isEqualTo(ErrorCode.MISSING_FIELD);
    assertThat(why.field()).isEqualTo("agent");
  }

  @Test
  void aTimeThatIsNoneIsRefusedWithItsPlace() {
    String body = Fixtures.text("connect/queued.json").replace("2026-03-02T09:00:10.500Z", "soon");
    InvalidEvent why = connect.translate(Fixtures.json(body)).refused().get(0);
    assertThat(why.code()).isEqualTo(ErrorCode.INVALID_TIME);
    assertThat(why.field()).isEqualTo("detail.queueInfo.enqueueTimestamp");
    assertThat(why.value()).isEqualTo("soon");
  }

  @Test
  void anArrayOfEventsIsReadEntryByEntry() {
    String body = "[" + Fixtures.text("connect/queued.json") + ", 7, {\"detail\": {}}]";
    Translation translation = connect.translate(Fixtures.json(body));
    assertThat(translation.events()).hasSize(2);
    assertThat(translation.refused())
        .singleElement()
        .extracting(InvalidEvent::field)
        .isEqualTo("[1]");
    assertThat(translation.ignored()).isEqualTo(Map.of("UNKNOWN", 1));
  }

  private List<String> toldOf(String fixture) {
    return told(Fixtures.text("connect/" + fixture));
  }

  private List<String> told(String body) {
    return Timeline.of(connect.translate(Fixtures.json(body)));
  }

  private InteractionEvent event(String fixture, String type) {
    return connect.translate(Fixtures.json(Fixtures.text("connect/" + fixture))).events().stream()
        .filter(event -> event.type().wire().equals(type))
        .map(InteractionEvent.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
