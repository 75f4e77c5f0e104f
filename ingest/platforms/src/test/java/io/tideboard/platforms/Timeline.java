// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.FieldWriter;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events as lines that a reader can follow: {@code 09:00:04 queued call-1 queue=sales}. */
public final class Timeline {

  private Timeline() {}

  /** One line an event, with every field but attributes; times of one day, without it. */
  public static List<String> of(Translation translation) {
    return translation.events().stream().map(Timeline::line).toList();
  }

  private static String line(Event event) {
    String time = event.header().occurredAt().toString().substring(11).replace("Z", "");
    String type = event.type().wire().replace("interaction.", "");
    Line line = new Line();
    try {
      event.describe(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean ofAgents = event instanceof AgentStateChanged || event instanceof AgentSnapshot;
    return (time + " " + type + (ofAgents ? "" : " " + event.key()) + line.text).strip();
  }

  private static final class Line implements FieldWriter {
    private final StringBuilder text = new StringBuilder();

    private void add(EventField field, Object value) {
      if (field != EventField.INTERACTION && field != EventField.ATTRIBUTES) {
        text.append(' ').append(field.wire()).append('=').append(value);
      }
    }

    @Override
    public void text(EventField field, String value) {
      add(field, value);
    }

    @Override
    public void choice(EventField field, WireName value) {
      add(field, value.wire());
    }

    @Override
    public void time(EventField field, Instant value) {
      add(field, value);
    }

    @Override
    public void whole(EventField field, int value) {
      add(field, value);
    }

    @Override
    public void number(EventField field, double value) {
      add(field, value);
    }

    @Override
    public void texts(EventField field, List<String> values) {
      add(field, values);
    }

    @Override
    public void pairs(EventField field, Map<String, String> values) {
      add(field, new TreeMap<>(values));
    }

    @Override
    public void capacity(EventField field, Map<Channel, Integer> values) {
      add(field, new TreeMap<>(values));
    }

    @Override
    public void waiting(EventField field, List<QueueSnapshot.Waiting> values) {
      add(field, values);
    }

    @Override
    public void standings(EventField field, List<AgentSnapshot.Standing> values) {
      for (AgentSnapshot.Standing standing : values) {
        add(
            EventField.AGENT,
            standing.agent() + " " + standing.state().wire() + " since " + standing.since());
      }
    }
  }
}
