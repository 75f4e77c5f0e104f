// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.platforms.Fixtures;
import io.tideboard.platforms.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactRecordsTest {

  private final AmazonConnect connect = new AmazonConnect();

  @Test
  void aRecordTellsTheWholeContact() {
    assertThat(told(Fixtures.text("connect/record.json")))
        .containsExactly(
            "09:00:00 created c-1 channel=voice queue=Sales customer=+15550100",
            "09:00:10 queued c-1 channel=voice queue=Sales customer=+15550100",
            "09:00:25 answered c-1 channel=voice agent=anna customer=+15550100",
            "09:03:00 ended c-1 channel=voice agent=anna customer=+15550100 by=customer",
            "09:03:45 wrapped_up c-1 channel=voice customer=+15550100");
  }

  @Test
  void aRecordThatIsSentAgainAfterAnUpdateTellsTheSame() {
    String record = Fixtures.text("connect/record.json");
    String updated =
        record.replace(
            "\"LastUpdateTimestamp\": \"2026-03-02T09:05:00Z\"",
            "\"LastUpdateTimestamp\": \"2026-03-03T10:00:00Z\"");
    assertThat(connect.translate(Fixtures.json(updated)).events())
        .isEqualTo(connect.translate(Fixtures.json(record)).events());
  }

  @Test
  void theWaitOfACallbackIsWithoutTheDelayThatItsDurationHas() {
    assertThat(told(Fixtures.text("connect/record-callback.json")))
        .contains("09:02:14 queued c-2 channel=voice queue=Callbacks customer=+15550100")
        .contains("09:02:35 answered c-2 channel=voice agent=anna customer=+15550100")
        .contains("09:00:35 callback_requested c-1 queue=Callbacks");
  }

  @Test
  void withoutAfterContactWorkTheContactIsWrappedUpAtItsEnd() {
    assertThat(told(Fixtures.text("connect/record-callback.json")))
        .endsWith("09:05:00 wrapped_up c-2 channel=voice customer=+15550100");
  }

  @Test
  void whoWasQueuedAndMetNoAgentAbandonedWhenTheQueueLostThem() {
    String record =
        Fixtures.text("connect/record.json")
            .replaceAll("(?s)\"Agent\": \\{.*?\"anna\"\\s*}", "\"Agent\": null");
    assertThat(told(record))
        .contains("09:00:25 abandoned c-1 channel=voice customer=+15550100")
        .noneMatch(line -> line.contains("answered") || line.contains("wrapped_up"));
  }

  @Test
  void whatAnAgentDialledHasAnAnswerAndNoWait() {
    String record = Fixtures.text("connect/record.json").replace("\"INBOUND\"", "\"OUTBOUND\"");
    assertThat(told(record))
        .contains(
            "09:00:25 answered c-1 channel=voice queue=Sales agent=anna customer=+15550100"
                + " direction=outbound")
        .noneMatch(line -> line.contains("queued"));
  }

  @Test
  void anAgentsOwnQueueIsNamedByItsId() {
    String record =
        Fixtures.text("connect/record.json")
            .replace("/queue/q-sales", "/queue/agent/a-anna")
            .replace("\"Name\": \"Sales\"", "\"Name\": null");
    assertThat(told(record))
        .contains("09:00:10 queued c-1 channel=voice queue=agent/a-anna customer=+15550100");
  }

  private List<String> told(String body) {
    return Timeline.of(connect.translate(Fixtures.json(body)));
  }
}
