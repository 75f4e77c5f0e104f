// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.queue.QueueCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every queue's calendar, made once a subtask. */
final class CalendarMemory {

  private final QueueCatalog catalog;
  private final Map<String, QueueCalendar> calendars = new HashMap<>();
  private final QueueCalendar usual;

  CalendarMemory(QueueCatalog catalog) {
    this.catalog = catalog;
    this.usual = catalog.defaults().calendar();
  }

  QueueCalendar of(String queue) {
    QueueCalendar known = calendars.get(queue);
    if (known == null) {
      known = catalog.of(queue).calendar();
      calendars.put(queue, known);
    }
    return known;
  }

  /** The calendar of an agent: that of the first queue served. */
  QueueCalendar of(List<String> queues) {
    return queues.isEmpty() ? usual : of(queues.get(0));
  }
}
