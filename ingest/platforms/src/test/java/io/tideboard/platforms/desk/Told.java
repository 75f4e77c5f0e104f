// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.FieldWriter;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.WireName;
import io.tideboard.platforms.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events in a line each: the type and what is its own, without what every event tells alongside.
 */
public final class Told implements FieldWriter {

  private static final Set<EventField> ALONGSIDE =
      EnumSet.of(
          EventField.INTERACTION,
          EventField.CHANNEL,
          EventField.CUSTOMER,
          EventField.INITIATIVE,
          EventField.ATTRIBUTES);

  private final StringBuilder line;

  private Told(String type) {
    this.line = new StringBuilder(type);
  }

  /** Such as {@code interaction.offered agent=helpdesk:agent-7}. */
  public static List<String> lines(Translation translation) {
    return translation.events().stream().map(Told::line).toList();
  }

  private static String line(Event event) {
    Told told = new Told(event.type().wire());
    try {
      event.describe(told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return told.line.toString();
  }

  private void add(EventField field, Object value) {
    if (!ALONGSIDE.contains(field)) {
      line.append(' ').append(field.wire()).append('=').append(value);
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
    add(field, values);
  }

  @Override
  public void capacity(EventField field, Map<Channel, Integer> values) {
    add(field, values);
  }

  @Override
  public void waiting(EventField field, List<QueueSnapshot.Waiting> values) {
    add(field, values);
  }

  @Override
  public void standings(EventField field, List<AgentSnapshot.Standing> values) {
    add(field, values);
  }
}
