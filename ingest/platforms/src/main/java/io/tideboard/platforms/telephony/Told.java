// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.telephony;

import io.tideboard.events.Event;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one message tells, while it is being translated. */
public final class Told {

  private final String source;
  private final List<Event> events = new ArrayList<>(2);
  private final List<InvalidEvent> refused = new ArrayList<>(0);
  private final Map<String, Integer> ignored = new HashMap<>(2);

  /**
   * Nothing yet.
   *
   * @param source of the events, 1 to 128 characters
   */
  public Told(String source) {
    this.source = source;
  }

  /** One more event; what cannot be one is refused. */
  public void tell(String id, long micros, EventDraft draft) {
    try {
      events.add(
          draft
              .set(EventField.ID, EventIds.fit(id))
              .set(EventField.SOURCE, source)
              .set(EventField.TIME, Times.instant(micros))
              .build());
    } catch (InvalidEvent e) {
      refused.add(e);
    }
  }

  /** The message is of no concern. */
  public void ignore(String kind) {
    ignored.merge(kind, 1, Integer::sum);
  }

  /** The message cannot be what it says it is. */
  public void refuse(InvalidEvent why) {
    refused.add(why);
  }

  /** All of it. */
  public Translation translation() {
    return new Translation(events, refused, ignored);
  }
}
