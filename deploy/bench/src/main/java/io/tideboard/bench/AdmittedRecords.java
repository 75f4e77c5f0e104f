// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.bench.load.LoadGenerator;
import io.tideboard.events.Event;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.events.json.EventFormat;
import io.tideboard.gateway.admission.Admission;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.admission.Body;
import io.tideboard.gateway.admission.EventRecord;
import io.tideboard.gateway.admission.Pseudonyms;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gateway writes to Kafka when it gets the generator's events: the same keys, the same
 * sizes, the same order. The raw producer sends these, so that both do the same work for Kafka.
 */
final class AdmittedRecords {

  private static final int EVENTS = 100_000;
  private static final int EVENTS_A_BODY = 1_000;

  private AdmittedRecords() {}

  static EventLoad make() {
    Admission admission =
        new Admission(AdmissionRules.DEFAULT, new Pseudonyms(new byte[32]), Clock.systemUTC());
    List<Event> events = LoadGenerator.prepared(EventLoad.simulated(), EVENTS);
    List<byte[]> keys = new ArrayList<>(EVENTS);
    List<byte[]> values = new ArrayList<>(EVENTS);
    for (int i = 0; i < EVENTS; i += EVENTS_A_BODY) {
      byte[] body = EventEncoder.batch(EventFormat.JSON, events.subList(i, i + EVENTS_A_BODY));
      for (EventRecord record : admission.admit(Body.of(EventFormat.JSON, body)).accepted()) {
        keys.add(record.key());
        values.add(record.value());
      }
    }
    return new EventLoad(keys, values);
  }
}
