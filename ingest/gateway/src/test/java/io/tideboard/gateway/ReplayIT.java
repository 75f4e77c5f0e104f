// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.admission.AdmissionRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayIT {

  @Test
  void aLogOfLastCenturyIsAcceptedAtItsOwnTime() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    try (Running running =
        Running.on(
            kafka, Running.settings(kafka).with(AdmissionRules.DEFAULT.withEventTime(true)))) {
      Instant first = Instant.parse("1999-02-01T06:00:00Z");
      Instant second = Instant.parse("1999-02-01T06:10:00Z");
      String log =
          Told.queued("first", first)
              + "\n"
              + Told.queued("second", second)
              + "\n"
              + Told.queued("late", first);
      assertThat(running.post("application/x-ndjson", log).statusCode()).isEqualTo(202);
      List<Instant> received =
          running.records(Topics.EVENTS).stream()
              .map(record -> CompactForm.decode(record.value()).receivedAt())
              .toList();
      assertThat(received).containsExactly(first, second, second);
    }
  }
}
