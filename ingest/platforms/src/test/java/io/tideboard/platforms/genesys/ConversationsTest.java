// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Fixtures;
import io.tideboard.platforms.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationsTest {

  private static final String WHO = " 6f1d8f0a-3c1e-4c39-9b7e-2b8f6c1d4e50 channel=voice";
  private static final String CALLER = " customer=+15550100";
  private static final String SALES = WHO + " queue=q-sales";

  private final GenesysCloud genesys = new GenesysCloud();

  @Test
  void aConversationAsItStandsTellsEverythingThatHappened() {
    assertThat(told(conversation()))
        .containsExactly(
            "09:00:00 created" + WHO + CALLER,
            "09:00:10.500 queued" + SALES + CALLER,
            "09:00:25.750 answered" + SALES + " agent=u-anna" + CALLER,
            "09:03:00 ended" + SALES + " agent=u-anna" + CALLER + " by=customer",
            "09:03:00.200 ended" + WHO + CALLER + " by=customer",
            "09:03:45 wrapped_up" + SALES + " agent=u-anna" + CALLER);
  }

  @Test
  void whatDetailEventsTellTooHasTheSameIds() {
    assertThat(ids(conversation()))
        .containsAll(ids(Fixtures.text("genesys/customer-start.json")))
        .containsAll(ids(Fixtures.text("genesys/acd-start.json")))
        .containsAll(ids(Fixtures.text("genesys/acw.json")))
        .containsAll(ids(Fixtures.text("genesys/customer-end.json")));
  }

  @Test
  void usersSeeTheSameConversationsAsQueues() {
    String body = conversation().replace("v2.routing.queues.q-sales.", "v2.users.u-anna.");
    assertThat(told(body)).isEqualTo(told(conversation()));
  }

  @Test
  void whoLeavesWithTheQueueHasAbandoned() {
    assertThat(told(unanswered().replace("09:03:00.200Z", "09:00:25.760Z")))
        .contains("09:00:25.750 abandoned" + SALES + CALLER);
  }

  @Test
  void whoStaysAfterTheQueueFlowedOut() {
    assertThat(told(unanswered()))
        .contains("09:00:25.750 dequeued" + SALES + CALLER + " reason=overflow");
  }

  /** The agent's call never connected. */
  private static String unanswered() {
    return conversation().replace("\"connectedTime\": \"2026-03-02T09:00:25.750Z\"", "\"x\": 1");
  }

  @Test
  void anAgentWhoHandsOverLeavesBeforeTheNextVisitBegins() {
    String body = conversation().replace("\"peer\"", "\"transfer\"");
    assertThat(told(body)).contains("09:02:59 transferred" + SALES + " agent=u-anna" + CALLER);
  }

  @Test
  void anAgentWhoLeavesAfterConsultingEndsNothing() {
    String body = conversation().replace("\"peer\"", "\"transfer.consult\"");
    assertThat(told(body))
        .noneMatch(line -> line.contains("transferred") || line.startsWith("09:03:00 ended"));
  }

  @Test
  void aConversationInProgressHasNoEnd() {
    String body = conversation().replaceAll("\"endTime\": \"[^\"]*\",", "");
    assertThat(told(body)).noneMatch(line -> line.contains("ended") || line.contains("abandoned"));
  }

  @Test
  void moreParticipantsThanAnyConversationHasAreRefused() {
    String many = "{\"purpose\": \"acd\"},".repeat(500) + "{}";
    String body =
        "{\"topicName\": \"v2.users.u-1.conversations\", \"eventBody\": {\"id\": \"c\","
            + " \"participants\": ["
            + many
            + "]}}";
    assertThat(genesys.translate(Fixtures.json(body)).refused())
        .singleElement()
        .extracting(InvalidEvent::code)
        .isEqualTo(ErrorCode.TOO_LONG);
  }

  private static String conversation() {
    return Fixtures.text("genesys/conversation.json");
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
