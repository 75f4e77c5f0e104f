// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.platforms.telephony.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is said, in whatever order: nothing is thrown, and nothing is kept for ever. */
class AnythingTest {

  private static final List<String> EVENTS =
      List.of(
          "QueueCallerJoin",
          "QueueCallerLeave",
          "QueueCallerAbandon",
          "AgentCalled",
          "AgentConnect",
          "AgentComplete",
          "AgentRingNoAnswer",
          "AgentDump",
          "Hangup",
          "HangupRequest",
          "DialEnd",
          "Hold",
          "Unhold",
          "Newexten",
          "VarSet",
          "FullyBooted",
          "QueueMemberStatus",
          "QueueMemberRemoved",
          "QueueParams",
          "QueueEntry",
          "QueueMember",
          "QueueStatusComplete");

  private static final List<String> LINES =
      List.of(
          "ENTERQUEUE||1|1",
          "CONNECT|2|9.9|1",
          "COMPLETEAGENT|2|3|1",
          "ABANDON|1|1|4",
          "EXITWITHTIMEOUT|1|1|4",
          "EXITWITHKEY|9|1|1|4",
          "BLINDTRANSFER|a|b|1|2|3",
          "ATTENDEDTRANSFER|LINK|a|b|1|2|3",
          "ATTENDEDTRANSFER|APP|a|1|2|3",
          "RINGNOANSWER|900",
          "PAUSE|x",
          "UNPAUSE|",
          "PAUSEALL|x",
          "ADDMEMBER|",
          "REMOVEMEMBER|",
          "QUEUESTART|",
          "WRAPUPSTART|9",
          "LEAVEEMPTY|1|1|1",
          "WITHDRAW|1|1|1|x",
          "CONNECT",
          "ABANDON|x|y|-4");

  @Property(tries = 300)
  void anyMessagesInAnyOrderAreTranslated(@ForAll("messages") List<Map<String, String>> messages) {
    PbxState state = new PbxState();
    ManagerEvents events = new ManagerEvents(AsteriskOptions.of("pbx"), state);
    Instant now = Heard.at(0);
    for (Map<String, String> fields : messages) {
      now = now.plusMillis(300);
      assertThat(events.on(new AmiMessage(fields), now).events())
          .allSatisfy(event -> assertThat(event.header().source()).isEqualTo("pbx"));
    }
    events.disconnected();
    for (int i = 0; i < 4; i++) {
      now = now.plusSeconds(86_400);
      events.on(new AmiMessage(Map.of("Event", "Nothing")), now);
      events.tick(now);
    }
    assertThat(state.calls()).isZero();
  }

  @Property(tries = 300)
  void anyLinesInAnyOrderAreTranslated(@ForAll("lines") List<String> lines) {
    PbxState state = new PbxState();
    QueueLogEvents events = new QueueLogEvents(AsteriskOptions.of("pbx"), state);
    long second = Heard.START;
    for (int i = 0; i < lines.size(); i++) {
      second += i % 3;
      assertThat(events.on(second + "|" + lines.get(i), i * 100L).refused()).isEmpty();
    }
    for (int i = 1; i < 4; i++) {
      events.on(second + i * 86_401L + "|NONE|NONE|NONE|CONFIGRELOAD|", 9999);
    }
    events.tick(Times.instant((second + 9_999_999) * Times.SECOND));
    assertThat(state.calls()).isZero();
  }

  @Provide
  Arbitrary<List<Map<String, String>>> messages() {
    Arbitrary<String> few = Arbitraries.of("1.1", "2.2", "3.3");
    Arbitrary<Map<String, String>> message =
        Arbitraries.of(EVENTS)
            .flatMap(
                event ->
                    few.flatMap(
                        call ->
                            Arbitraries.of("Ada", "Bo")
                                .flatMap(
                                    agent ->
                                        Arbitraries.of("sales", "support")
                                            .map(queue -> fields(event, call, agent, queue)))));
    return message.list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("1.1", "2.2", "3.3")
        .flatMap(
            call ->
                Arbitraries.of("sales", "support")
                    .flatMap(
                        queue ->
                            Arbitraries.of("Ada", "Bo")
                                .flatMap(
                                    agent ->
                                        Arbitraries.of(LINES)
                                            .map(
                                                line ->
                                                    call + "|" + queue + "|" + agent + "|"
                                                        + line))))
        .list()
        .ofMaxSize(60);
  }

  private static Map<String, String> fields(String event, String call, String agent, String queue) {
    Map<String, String> fields = new HashMap<>();
    fields.put("Event", event);
    fields.put("Uniqueid", call);
    fields.put("Linkedid", "1.1");
    fields.put("Queue", queue);
    fields.put("MemberName", agent);
    fields.put("Name", agent);
    fields.put("HoldTime", "3");
    fields.put("TalkTime", "2");
    fields.put("Wait", "4");
    fields.put("Reason", call.equals("1.1") ? "transfer" : "agent");
    fields.put("Uptime", "5");
    fields.put("Status", agent.equals("Ada") ? "254" : "2");
    fields.put("Wrapuptime", "6");
    fields.put("InCall", "0");
    fields.put("Variable", "QUEUESTATUS");
    fields.put("Value", "TIMEOUT");
    fields.put("DialStatus", "ANSWER");
    return fields;
  }
}
