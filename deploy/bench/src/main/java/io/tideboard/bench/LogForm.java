// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Event;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.json.EventEncoder;

/** The forms in which the log of the bench stands in Kafka, each in a topic of its own. */
public enum LogForm {
  /** As the gateway writes it. */
  COMPACT(Topics.EVENTS) {
    @Override
    byte[] encode(Event event) {
      return CompactForm.encode(event, event.header().occurredAt());
    }
  },
  /** Plain events, for those who know no other form. */
  JSON("bench.events.json") {
    @Override
    byte[] encode(Event event) {
      return EventEncoder.plain(event);
    }
  };

  private final String topic;

  LogForm(String topic) {
    this.topic = topic;
  }

  /** Where the log stands in this form. */
  public String topic() {
    return topic;
  }

  abstract byte[] encode(Event event);
}
