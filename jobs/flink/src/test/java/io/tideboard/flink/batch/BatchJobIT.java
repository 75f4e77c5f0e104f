// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;
import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.flink.live.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchJobIT {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void oneAnsweredCallGivesOneRowInEachBasisAndNoBreach() {
    List<Event> call =
        List.of(
            at(0, new InteractionChange.Queued(null)),
            at(12, new InteractionChange.Answered()),
            at(200, new InteractionChange.Ended(null)));

    List<Publication> published = new ArrayList<>();
    long events =
        BatchJob.run(
            call.iterator(), LiveSettings.ofBatch(QueueCatalog.DEFAULTS), 2, published::add);

    assertThat(events).isEqualTo(3);
    assertThat(published).extracting(Publication::topic).containsOnly(Topics.INTERVALS);
    assertThat(published)
        .extracting(publication -> Results.readRow(publication.value()))
        .extracting(IntervalRow::tally)
        .hasSize(2)
        .allSatisfy(
            tally -> {
              assertThat(tally.get(Measure.OFFERED)).isEqualTo(1);
              assertThat(tally.sample(Sample.ANSWER_WAIT).countUpTo(20_000_000)).isEqualTo(1);
              assertThat(tally.get(Measure.TALK_MICROS)).isEqualTo(188_000_000);
            });
  }

  @Test
  void whoNeverHearsAnythingIsAtRiskAndInBreachAtTheEnd() {
    List<Publication> published = new ArrayList<>();
    BatchJob.run(
        List.of(at(0, new InteractionChange.Queued(null))).iterator(),
        LiveSettings.ofBatch(QueueCatalog.DEFAULTS),
        1,
        published::add);

    assertThat(published)
        .filteredOn(publication -> publication.topic().equals(Topics.BREACHES))
        .extracting(publication -> Results.readBreach(publication.value()).breach().id())
        .containsExactly(
            "call-1/sales/1772442000000000/at_risk", "call-1/sales/1772442000000000/breach");
  }

  private static Event at(int second, InteractionChange change) {
    Contact contact = Contact.of("call-1").on(Channel.VOICE).in("sales").with("ada");
    return new InteractionEvent(
        new EventHeader("e-" + second, "test", NINE.plusSeconds(second)), contact, change);
  }
}
