// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.Rfc3339;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;

/**
 * Writes events as JSON. Equal events are equal texts, and what is written is read back as the
 * same. A CloudEvent's {@code source} is the event's own, character for character: it is a URI
 * reference, as CloudEvents wants it, if the sender's name is one.
 */
public final class EventEncoder {

  private static final int USUAL_SIZE = 512;

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private EventEncoder() {}

  /** One plain event. */
  public static byte[] plain(Event event) {
    return bytes(out -> plain(event, out));
  }

  /** Writes one plain event; {@code out} stays open. */
  public static void plain(Event event, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      plain(event, json);
    }
  }

  /** One CloudEvent in structured mode. */
  public static byte[] cloudEvent(Event event) {
    return bytes(out -> cloudEvent(event, out));
  }

  /** Writes one CloudEvent in structured mode; {@code out} stays open. */
  public static void cloudEvent(Event event, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      cloudEvent(event, json);
    }
  }

  /** A body with all the events; see {@link #batch(EventFormat, Collection, OutputStream)}. */
  public static byte[] batch(EventFormat format, Collection<? extends Event> events) {
    return bytes(out -> batch(format, events, out));
  }

  /**
   * Writes a body with all the events: a JSON array of plain events, plain events a line each, or a
   * batch of CloudEvents. {@code out} stays open.
   *
   * @throws IllegalArgumentException when {@link EventFormat#CLOUDEVENT}, which holds one event, is
   *     to hold another number
   */
  public static void batch(EventFormat format, Collection<? extends Event> events, OutputStream out)
      throws IOException {
    if (format == EventFormat.CLOUDEVENT && events.size() != 1) {
      throw new IllegalArgumentException(events.size() + " events in " + format + ": expected 1");
    }
    boolean array = format == EventFormat.JSON || format == EventFormat.CLOUDEVENT_BATCH;
    try (JsonGenerator json = generator(out)) {
      if (array) {
        json.writeStartArray();
      }
      for (Event event : events) {
        write(format, event, json);
      }
      if (array) {
        json.writeEndArray();
      }
    }
  }

  private static void write(EventFormat format, Event event, JsonGenerator json)
      throws IOException {
    switch (format) {
      case JSON -> plain(event, json);
      case NDJSON -> {
        plain(event, json);
        json.writeRaw('\n');
      }
      case CLOUDEVENT, CLOUDEVENT_BATCH -> cloudEvent(event, json);
    }
  }

  static void plain(Event event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    header(event, "", json);
    event.describe(new JsonFields(json, null));
    json.writeEndObject();
  }

  private static void cloudEvent(Event event, JsonGenerator json) throws IOException {
    EventField subject = event.type().subject();
    json.writeStartObject();
    json.writeStringField("specversion", "1.0");
    header(event, EventReader.TYPE_PREFIX, json);
    if (subject != null) {
      json.writeStringField("subject", event.key());
    }
    json.writeStringField("datacontenttype", "application/json");
    json.writeObjectFieldStart("data");
    event.describe(new JsonFields(json, subject));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void header(Event event, String typePrefix, JsonGenerator json)
      throws IOException {
    json.writeStringField("id", event.header().id());
    json.writeStringField("source", event.header().source());
    json.writeStringField("type", typePrefix + event.type().wire());
    json.writeStringField("time", Rfc3339.format(event.header().occurredAt()));
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return Json.FACTORY
        .createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .setRootValueSeparator(null);
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to memory", e);
    }
    return out.toByteArray();
  }
}
