// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import io.tideboard.traffic.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallRecordsTest {

  private static final String HEADER =
      "vru_line,call_id,customer_id,priority,type,date,vru_entry,vru_exit,vru_time,"
          + "q_start,q_exit,q_time,outcome,ser_start,ser_exit,ser_time,server\n";
  private static final String SERVED =
      "L1,7,4711.0,2,HELP,1999-02-01,9:00:00,9:00:10,10,"
          + "9:00:10,9:00:40,30,AGENT,9:00:40,9:02:00,80,ANNA\n";

  @TempDir Path directory;

  @Test
  void aServedCallIsCreatedQueuedAnsweredAndEnded() throws IOException {
    List<Event> events = read(SERVED).events();
    assertThat(events)
        .extracting(event -> event.header().id() + " " + event.header().occurredAt())
        .containsExactly(
            "1999-02-01/L1/7#created 1999-02-01T07:00:00Z",
            "1999-02-01/L1/7#queued 1999-02-01T07:00:10Z",
            "1999-02-01/L1/7#answered 1999-02-01T07:00:40Z",
            "1999-02-01/L1/7#ended 1999-02-01T07:02:00Z");
    InteractionEvent created = (InteractionEvent) events.get(0);
    assertThat(created.contact().channel()).isEqualTo(Channel.VOICE);
    assertThat(created.contact().customer()).isEqualTo("4711.0");
    assertThat(created.header().source()).isEqualTo("anonymous-bank");
    InteractionEvent answered = (InteractionEvent) events.get(2);
    assertThat(answered.contact().queue()).isEqualTo("HELP");
    assertThat(answered.contact().agent()).isEqualTo("ANNA");
  }

  @Test
  void aCallServedWithoutAQueueTimeWaitedForZero() throws IOException {
    List<Event> events =
        read(SERVED.replace("9:00:10,9:00:40,30,AGENT", "0:00:00,0:00:00,0,AGENT")).events();
    assertThat(events.get(1).type()).isEqualTo(EventType.INTERACTION_QUEUED);
    assertThat(events.get(2).type()).isEqualTo(EventType.INTERACTION_ANSWERED);
    assertThat(events.get(1).header().occurredAt())
        .isEqualTo("1999-02-01T07:00:10Z")
        .isEqualTo(events.get(2).header().occurredAt());
  }

  @Test
  void aServiceWithoutAnEndOrWithOneBeforeTheAnswerEndsAtTheAnswer() throws IOException {
    for (String end : List.of("0:00:00", "9:00:39")) {
      List<Event> events = read(SERVED.replace("9:02:00", end)).events();
      assertThat(events.get(3).type()).isEqualTo(EventType.INTERACTION_ENDED);
      assertThat(events.get(3).header().occurredAt()).isEqualTo("1999-02-01T07:00:40Z");
    }
  }

  @Test
  void timesAfterMidnightAreOnTheFollowingDay() throws IOException {
    String late =
        "L1,7,0.0,2,HELP,1999-02-01,23:59:50,0:00:00,10,"
            + "0:00:05,0:01:00,55,AGENT,0:01:00,0:04:00,180,ANNA\n";
    assertThat(read(late).events())
        .extracting(event -> event.header().occurredAt().toString())
        .containsExactly(
            "1999-02-01T21:59:50Z",
            "1999-02-01T22:00:05Z",
            "1999-02-01T22:01:00Z",
            "1999-02-01T22:04:00Z");
  }

  @Test
  void aCallerWhoIsNotKnownHasNoCustomer() throws IOException {
    InteractionEvent created =
        (InteractionEvent) read(SERVED.replace("4711.0", "0.0")).events().get(0);
    assertThat(created.contact().customer()).isNull();
  }

  @Test
  void aCallerWhoHungUpInTheMenuEndedTheCall() throws IOException {
    List<Event> events =
        read(SERVED.replace("9:00:10,9:00:40,30,AGENT", "0:00:00,0:00:00,0,HANG")).events();
    assertThat(events).hasSize(2);
    InteractionEvent ended = (InteractionEvent) events.get(1);
    assertThat(ended.change()).isEqualTo(new InteractionChange.Ended(Party.CUSTOMER));
    assertThat(ended.header().occurredAt()).isEqualTo("1999-02-01T07:00:10Z");
  }

  @Test
  void aTimeThatIsNoneIsShownWithFileLineColumnAndExpectation() {
    assertThatThrownBy(
            () -> read(SERVED + SERVED.replace("L1,7", "L1,8").replace("9:00:40,30", "9:61,30")))
        .isInstanceOf(BadFile.class)
        .hasMessageEndingWith("calls.csv:3: '9:61' in q_exit: expected a time written as H:mm:ss");
  }

  @Test
  void anOutcomeThatNoCaseCoversIsShown() {
    assertThatThrownBy(() -> read(SERVED.replace("AGENT", "ROBOT")))
        .hasMessageContaining(
            "calls.csv:2: no outcome of the mapping fits a row with {outcome=ROBOT, q_start=9:00:10}");
  }

  @Test
  void aRowThatRepeatsAnInteractionIsRefused() {
    assertThatThrownBy(() -> read(SERVED + SERVED))
        .hasMessageContaining(
            "calls.csv:3: '1999-02-01/L1/7' in interaction: expected a name of its own,"
                + " it was given to line 2");
  }

  @Test
  void aRowWithMissingValuesIsRefused() {
    assertThatThrownBy(() -> read("L1,7,4711\n"))
        .hasMessageContaining("calls.csv:2: 3 values: expected 17, as many as columns");
  }

  @Test
  void aMissingColumnIsNamedWithTheNearestThatIsThere() throws IOException {
    Path csv = directory.resolve("calls.csv");
    Files.writeString(csv, HEADER.replace("q_exit", "q_exti") + SERVED);
    assertThatThrownBy(() -> CallRecords.read(csv, mapping()))
        .hasMessageContaining(
            "calls.csv:1: no column 'q_exit', which the mapping uses; did you mean 'q_exti'?");
  }

  @Test
  void anAnswerWithoutAnAgentIsRefused() {
    assertThatThrownBy(() -> read(SERVED.replace("ANNA", "")))
        .hasMessageContaining("calls.csv:2: event answered: nothing in agent: expected");
  }

  @Test
  void aTableWithDurationsIsReadByAddingThem() throws IOException {
    Path csv = directory.resolve("cdr.csv");
    Files.writeString(
        csv,
        """
        id;start;wait;talk;result
        a;2024-05-01 10:00:00;12.5;60;ANSWERED
        b;2024-05-01 10:00:01;7;0;NO ANSWER
        """);
    Path yaml = directory.resolve("cdr.yaml");
    Files.writeString(
        yaml,
        """
        source: pbx
        delimiter: ";"
        interaction: "{id}"
        channel: voice
        queue: main
        times: {zone: UTC, format: "yyyy-MM-dd HH:mm:ss"}
        outcomes:
          - when: {result: ANSWERED}
            events:
              - {type: queued, at: start}
              - {type: answered, at: start, plusSeconds: wait, agent: someone}
              - {type: ended, at: start, plusSeconds: [wait, talk]}
          - when: {result: [NO ANSWER, BUSY]}
            events:
              - {type: queued, at: start}
              - {type: abandoned, at: start, plusSeconds: wait}
        """);
    assertThat(CallRecords.read(csv, CallMapping.read(yaml)).events())
        .extracting(event -> event.header().id() + " " + event.header().occurredAt())
        .containsExactly(
            "a#queued 2024-05-01T10:00:00Z",
            "b#queued 2024-05-01T10:00:01Z",
            "b#abandoned 2024-05-01T10:00:08Z",
            "a#answered 2024-05-01T10:00:12.500Z",
            "a#ended 2024-05-01T10:01:12.500Z");
  }

  private CallRecords read(String rows) throws IOException {
    Path csv = directory.resolve("calls.csv");
    Files.writeString(csv, HEADER + rows);
    return CallRecords.read(csv, mapping());
  }

  private static CallMapping mapping() {
    return CallMapping.read(Path.of("../../deploy/mappings/anonymous-bank.yaml"));
  }
}
