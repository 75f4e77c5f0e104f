// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.Channel;
import io.tideboard.events.EventField;
import io.tideboard.events.FieldWriter;
import io.tideboard.events.QueueSnapshot.Waiting;
import io.tideboard.events.Rfc3339;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an event's fields into the object that is open. */
final class JsonFields implements FieldWriter {

  private final JsonGenerator out;
  private final @Nullable EventField left;

  /**
   * @param left the field that stands elsewhere and is not written here; null when there is none
   */
  JsonFields(JsonGenerator out, @Nullable EventField left) {
    this.out = out;
    this.left = left;
  }

  @Override
  public void text(EventField field, String value) throws IOException {
    if (field != left) {
      out.writeStringField(field.wire(), value);
    }
  }

  @Override
  public void choice(EventField field, WireName value) throws IOException {
    out.writeStringField(field.wire(), value.wire());
  }

  @Override
  public void time(EventField field, Instant value) throws IOException {
    out.writeStringField(field.wire(), Rfc3339.format(value));
  }

  @Override
  public void whole(EventField field, int value) throws IOException {
    out.writeNumberField(field.wire(), value);
  }

  @Override
  public void number(EventField field, double value) throws IOException {
    out.writeNumberField(field.wire(), value);
  }

  @Override
  public void texts(EventField field, List<String> values) throws IOException {
    strings(field.wire(), values);
  }

  @Override
  public void pairs(EventField field, Map<String, String> values) throws IOException {
    out.writeObjectFieldStart(field.wire());
    // Sorted: equal events are equal texts.
    for (Map.Entry<String, String> pair : new TreeMap<>(values).entrySet()) {
      out.writeStringField(pair.getKey(), pair.getValue());
    }
    out.writeEndObject();
  }

  @Override
  public void capacity(EventField field, Map<Channel, Integer> values) throws IOException {
    out.writeObjectFieldStart(field.wire());
    for (Map.Entry<Channel, Integer> pair : new TreeMap<>(values).entrySet()) {
      out.writeNumberField(pair.getKey().wire(), pair.getValue());
    }
    out.writeEndObject();
  }

  @Override
  public void waiting(EventField field, List<Waiting> values) throws IOException {
    out.writeArrayFieldStart(field.wire());
    for (Waiting waiting : values) {
      out.writeStartObject();
      out.writeStringField("interaction", waiting.interaction());
      out.writeStringField("since", Rfc3339.format(waiting.since()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  @Override
  public void standings(EventField field, List<Standing> values) throws IOException {
    out.writeArrayFieldStart(field.wire());
    for (Standing standing : values) {
      out.writeStartObject();
      out.writeStringField("agent", standing.agent());
      out.writeStringField("state", standing.state().wire());
      out.writeStringField("since", Rfc3339.format(standing.since()));
      if (!standing.queues().isEmpty()) {
        strings("queues", standing.queues());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void strings(String name, List<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
