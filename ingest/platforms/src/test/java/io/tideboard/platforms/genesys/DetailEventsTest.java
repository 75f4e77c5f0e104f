// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Fixtures;
import io.tideboard.platforms.Timeline;
import io.tideboard.platforms.support.Names;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailEventsTest {

  private static final String CONVERSATION = "6f1d8f0a-3c1e-4c39-9b7e-2b8f6c1d4e50";
  private static final String WHO = " " + CONVERSATION + " channel=voice";
  private static final String SALES = WHO + " queue=q-sales";
  private static final String CALLER = " customer=+15550100";

  private final GenesysCloud genesys = new GenesysCloud();

  @Test
  void theCustomersSessionIsTheConversation() {
    assertThat(toldOf("customer-start.json")).containsExactly("09:00:00 created" + WHO + CALLER);
    assertThat(toldOf("customer-end.json"))
        .containsExactly("09:03:00.200 ended" + WHO + CALLER + " by=customer");
  }

  @Test
  void aQueuesSessionIsAVisit() {
    assertThat(toldOf("acd-start.json"))
        .containsExactly("09:00:10.500 queued" + SALES + CALLER + " priority=5");
  }

  @Test
  void eachQueueTransferBeginsAnotherVisit() {
    String first = Fixtures.text("genesys/acd-start.json");
    String second = first.replace("q-sales", "q-support").replace("1772442010500", "1772442200000");
    assertThat(told(second))
        .containsExactly("09:03:20 queued" + WHO + " queue=q-support" + CALLER + " priority=5");
    assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
  }

  @Test
  void theEndOfAWaitTellsItsBeginningAgainUnderTheSameId() {
    assertThat(toldOf("acd-end.json"))
        .containsExactly(
            "09:00:10.500 queued" + SALES + CALLER,
            "09:00:25.750 answered" + SALES + " agent=u-anna" + CALLER);
    assertThat(ids(Fixtures.text("genesys/acd-end.json")))
        .containsAll(ids(Fixtures.text("genesys/acd-start.json")));
  }

  @ParameterizedTest
  @CsvSource({
    "ABANDON,ENDPOINT,abandoned,''",
    "FLOW_OUT,TRANSFER,dequeued,' reason=overflow'",
    "UNKNOWN,TIMEOUT,dequeued,' reason=timeout'",
    "UNKNOWN,SYSTEM,dequeued,' reason=withdrawn'"
  })
  void aWaitWithoutAnAnswerEndsAsTheOutcomeSays(
      String outcome, String disconnect, String type, String reason) {
    String body =
        Fixtures.text("genesys/acd-end.json")
            .replace("\"ANSWERED\"", '"' + outcome + '"')
            .replace("\"TRANSFER\"", '"' + disconnect + '"');
    assertThat(told(body)).endsWith("09:00:25.750 " + type + SALES + CALLER + reason);
  }

  @Test
  void anAnswerThatNamesNobodyIsRefused() {
    String body = Fixtures.text("genesys/acd-end.json").replace("answeredUserId", "someone");
    InvalidEvent why = genesys.translate(Fixtures.json(body)).refused().get(0);
    assertThat(why.code()).isEqualTo(ErrorCode.MISSING_FIELD);
    assertThat(why.field()).isEqualTo("detail.eventBody.answeredUserId");
  }

  @Test
  void anAgentsSessionBeginsWithAnOffer() {
    assertThat(told(userStart()))
        .containsExactly("09:03:00 offered" + SALES + " agent=u-anna" + CALLER);
  }

  @Test
  void anAgentsSessionThatTalkedEndsTheConversationWithItsHoldAsOne() {
    assertThat(toldOf("user-end.json"))
        .containsExactly(
            "09:02:50 held" + SALES + " agent=u-anna" + CALLER,
            "09:03:00 resumed" + SALES + " agent=u-anna" + CALLER,
            "09:03:00 ended" + SALES + " agent=u-anna" + CALLER + " by=customer");
  }

  @Test
  void handingOverIsToldBeforeTheNextQueueCanHaveBegun() {
    String body = Fixtures.text("genesys/user-end.json").replace("\"PEER\"", "\"TRANSFER\"");
    assertThat(told(body))
        .contains("09:02:59 transferred" + SALES + " agent=u-anna" + CALLER)
        .noneMatch(line -> line.contains("ended"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONSULT_TRANSFER", "CONFERENCE_TRANSFER"})
  void whoLeavesAfterConsultingDoesNotEndTheOtherAgentsPart(String disconnect) {
    String body =
        Fixtures.text("genesys/user-end.json").replace("\"PEER\"", '"' + disconnect + '"');
    assertThat(told(body))
        .noneMatch(line -> line.contains("ended") || line.contains("transferred"));
  }

  @ParameterizedTest
  @CsvSource({"CLIENT,rejected", "SYSTEM,no_answer", "TIMEOUT,no_answer"})
  void anAgentsSessionThatNeverTalkedIsADeclinedOffer(String disconnect, String reason) {
    assertThat(told(unanswered(disconnect)))
        .containsExactly(
            "09:03:00 declined" + SALES + " agent=u-anna" + CALLER + " reason=" + reason);
  }

  @Test
  void anOfferThatTheCustomerEndedIsNotDeclined() {
    assertThat(genesys.translate(Fixtures.json(unanswered("PEER"))).ignored())
        .isEqualTo(Map.of("user.end", 1));
  }

  private static String unanswered(String disconnect) {
    return Fixtures.text("genesys/user-end.json")
        .replace("interactingDurationMs", "contactingDurationMs")
        .replace("heldDurationMs", "dialingDurationMs")
        .replace("\"PEER\"", '"' + disconnect + '"');
  }

  @Test
  void whatAnAgentDialsIsAnsweredWithoutAQueue() {
    String body =
        Fixtures.text("genesys/user-end.json")
            .replace("\"INBOUND\"", "\"OUTBOUND\"")
            .replace("\"queueId\": \"q-sales\",", "");
    assertThat(told(body))
        .contains(
            "09:00:25.750 answered" + WHO + " agent=u-anna customer=+15550199 direction=outbound")
        .noneMatch(line -> line.contains("queued"));
  }

  @Test
  void aDirectCallThatNoQueueSawIsIgnored() {
    String body = Fixtures.text("genesys/user-end.json").replace("\"queueId\": \"q-sales\",", "");
    assertThat(told(body)).isEmpty();
  }

  @Test
  void afterContactWorkEndsWithItsEvent() {
    assertThat(toldOf("acw.json"))
        .containsExactly("09:03:45 wrapped_up" + SALES + " agent=u-anna" + CALLER);
  }

  @Test
  void aCallbackWaitsAsAnInteractionOfItsOwnThatTheEndOfTheCallDoesNotEnd() {
    String body =
        Fixtures.text("genesys/acd-start.json")
            .replace("\"VOICE\"", "\"CALLBACK\", \"callbackNumbers\": [\"+15550122\"]");
    assertThat(told(body))
        .containsExactly(
            "09:00:10.500 queued "
                + CONVERSATION
                + ":callback channel=voice queue=q-sales"
                + " customer=+15550122 priority=5");
  }

  @ParameterizedTest
  @CsvSource({
    "CHAT,,chat",
    "EMAIL,,email",
    "VIDEO,,video",
    "MESSAGE,SMS,sms",
    "MESSAGE,FACEBOOK,social",
    "MESSAGE,WHATSAPP,messaging",
    "MESSAGE,WEBMESSAGING,chat"
  })
  void mediaAreChannels(String media, String type, String channel) {
    String body =
        Fixtures.text("genesys/customer-start.json")
            .replace(
                "\"VOICE\"",
                '"' + media + "\", \"messageType\": \"" + (type == null ? "" : type) + '"');
    assertThat(told(body)).singleElement().asString().contains("channel=" + channel);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flow.start",
        "flow.end",
        "voicemail.start",
        "voicemail.end",
        "wrapup",
        "outbound",
        "attributes",
        "contact",
        "something.new"
      })
  void stepsThatTellNothingAreIgnoredAndCounted(String kind) {
    String body = Fixtures.text("genesys/acw.json").replace(".acw\"", "." + kind + "\"");
    assertThat(genesys.translate(Fixtures.json(body)).ignored()).isEqualTo(Map.of(kind, 1));
  }

  @Test
  void whatAgentsShareOnAScreenIsNoContact() {
    String body = Fixtures.text("genesys/acd-start.json").replace("\"VOICE\"", "\"COBROWSE\"");
    assertThat(told(body)).isEmpty();
  }

  @Test
  void queuesAndAgentsHaveTheNamesThatTheInstallationHasTold() {
    GenesysCloud named = new GenesysCloud(Names.of(Map.of("q-sales", "Sales", "u-anna", "Anna")));
    assertThat(Timeline.of(named.translate(Fixtures.json(Fixtures.text("genesys/acd-end.json")))))
        .endsWith("09:00:25.750 answered" + WHO + " queue=Sales agent=Anna" + CALLER);
  }

  @Test
  void aTimeInWordsIsAsGoodAsOneInMilliseconds() {
    String body =
        Fixtures.text("genesys/acd-start.json")
            .replace("1772442010500", "\"2026-03-02T10:00:10.500+01:00\"");
    assertThat(ids(body)).isEqualTo(ids(Fixtures.text("genesys/acd-start.json")));
  }

  private static String userStart() {
    return Fixtures.text("genesys/user-end.json").replace(".user.end", ".user.start");
  }

  private List<String> toldOf(String fixture) {
    return told(Fixtures.text("genesys/" + fixture));
  }

  private List<String> told(String body) {
    return Timeline.of(genesys.translate(Fixtures.json(body)));
  }

  private List<String> ids(String body) {
    return genesys.translate(Fixtures.json(body)).events().stream()
        .map(event -> event.header().id())
        .toList();
  }
}
