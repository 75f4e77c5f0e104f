// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.flink.live.Control;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every queue's calendar, made once a subtask, and again when its definition has changed. */
final class CalendarMemory {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarMemory.class);

  private final LiveCatalog catalog;
  private final Map<String, QueueCalendar> calendars = new HashMap<>();
  private final QueueCalendar usual;

  CalendarMemory(QueueCatalog file) {
    this.catalog = new LiveCatalog(file);
    this.usual = file.defaults().calendar();
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

  /** A queue's definition has changed. */
  void change(Control control) {
    try {
      catalog.change(control.key(), control.value());
      calendars.remove(control.key());
    } catch (IllegalArgumentException e) {
      LOG.warn("{}: {}: {}", control.topic(), control.key(), e.getMessage());
    }
  }
}
