// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.compact.GlanceReader;
import java.util.ArrayList;
import java.util.List;

/** What a bundle of events tells of one interaction. */
final class Arrival {

  private final List<Moment> moments;
  private String source = "";
  private long customer;
  private int topic;

  Arrival(int events) {
    moments = new ArrayList<>(events);
  }

  void add(Moment moment, String toldBy) {
    moments.add(moment);
    if (source.isEmpty() || toldBy.compareTo(source) < 0) {
      source = toldBy;
    }
  }

  /** Whose contact it is, as far as the event says that was read last. */
  void of(GlanceReader event) {
    if (customer == 0) {
      customer = event.customer();
      topic = customer == 0 ? 0 : event.topic();
    }
  }

  /** A digest of the customer; 0 where none was named. */
  long customer() {
    return customer;
  }

  /** A hash of what it is about; 0 where that was not told with the customer. */
  int topic() {
    return topic;
  }

  /** In the order in which they arrived. */
  List<Moment> moments() {
    return moments;
  }

  /** Who told of them; of several the first in the alphabet. */
  String source() {
    return source;
  }
}
