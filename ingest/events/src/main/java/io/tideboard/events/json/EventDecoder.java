// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads events from JSON. A wrong event is refused by itself and the others are kept; unknown
 * fields are ignored; null and the empty string are the same as absent. For any number of threads.
 */
public final class EventDecoder {

  /** How deep JSON may be nested where nothing else is said: deeper than any event. */
  public static final int DEEPEST = Json.DEEPEST;

  private final String defaultSource;
  private final JsonFactory json;

  /**
   * @param defaultSource the source of events that name none
   */
  public EventDecoder(String defaultSource) {
    this(defaultSource, Json.FACTORY);
  }

  /**
   * @param defaultSource the source of events that name none
   * @param deepest how deep JSON may be nested, the outermost array or object counted as 1
   */
  public EventDecoder(String defaultSource, int deepest) {
    this(defaultSource, deepest == DEEPEST ? Json.FACTORY : Json.factory(deepest));
  }

  private EventDecoder(String defaultSource, JsonFactory json) {
    this.defaultSource = defaultSource;
    this.json = json;
  }

  /**
   * The events of a body, in order; blank lines are none.
   *
   * @throws InvalidEvent {@code malformed_json} when the body as a whole is not JSON, or nested too
   *     deep; in NDJSON only the line is refused
   */
  public List<Decoded> decode(EventFormat format, byte[] body, int offset, int length) {
    List<Decoded> events = new ArrayList<>();
    if (format == EventFormat.NDJSON) {
      lines(body, offset, offset + length, events);
    } else {
      document(format, new Slice(body, offset, length), events);
    }
    return events;
  }

  /**
   * The one event of a body, plain or CloudEvent.
   *
   * @throws InvalidEvent when it is refused, or the body holds something else
   */
  public Event decodeOne(byte[] body) {
    return decodeOne(body, 0, body.length);
  }

  /** As {@link #decodeOne(byte[])}, of a part of an array. */
  public Event decodeOne(byte[] body, int offset, int length) {
    List<Decoded> events = decode(EventFormat.JSON, body, offset, length);
    if (events.size() != 1) {
      throw new InvalidEvent(
          ErrorCode.NOT_AN_OBJECT, null, "an array of " + events.size(), "one event");
    }
    return valid(events.get(0));
  }

  /**
   * The one event, plain or CloudEvent, that begins at {@code from}, whatever comes after it.
   *
   * @param end index in the body after the last byte that may belong to it
   * @return the index after it
   * @throws InvalidEvent {@code malformed_json} when no value of JSON begins there; line and column
   *     are counted from there
   */
  public int decodeNext(byte[] body, int from, int end, Consumer<Decoded> to) {
    Slice rest = new Slice(body, from, end - from);
    try (JsonParser parser = rest.parser(json)) {
      parser.nextToken();
      to.accept(event(parser, rest, false));
      return from + (int) parser.currentLocation().getByteOffset();
    } catch (IOException e) {
      throw Json.malformed(e);
    }
  }

  /**
   * The event of a CloudEvent in binary mode, where the attributes are headers and the body is its
   * data.
   *
   * @param attributes the attribute of a name such as {@code specversion}, without any prefix; null
   *     when there is none
   */
  public Decoded decodeBinary(
      Function<String, @Nullable String> attributes, byte[] body, int offset, int length) {
    EventReader reader = new EventReader();
    reader.cloudEvent(attributes.apply("type"), attributes.apply("subject"));
    reader.attribute(EventField.ID, attributes.apply("id"));
    reader.attribute(EventField.SOURCE, attributes.apply("source"));
    reader.attribute(EventField.TIME, attributes.apply("time"));
    try {
      EventReader.requireVersion(String.valueOf(attributes.apply("specversion")));
      if (length > 0) {
        binaryData(reader, body, offset, length);
      }
      return new Decoded.Valid(reader.event(defaultSource, true));
    } catch (InvalidEvent why) {
      return new Decoded.Refused(reader.id(), why, offset, offset + length);
    }
  }

  private void binaryData(EventReader reader, byte[] body, int offset, int length) {
    try (JsonParser parser = new Slice(body, offset, length).parser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw notAnObject(parser);
      }
      reader.data(parser);
      requireEnd(parser);
    } catch (IOException e) {
      throw Json.malformed(e);
    }
  }

  private void document(EventFormat format, Slice body, List<Decoded> events) {
    boolean cloudEvents = format != EventFormat.JSON;
    try (JsonParser parser = body.parser(json)) {
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (array && format != EventFormat.CLOUDEVENT) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          events.add(event(parser, body, cloudEvents));
        }
      } else {
        events.add(event(parser, body, cloudEvents));
      }
      requireEnd(parser);
    } catch (IOException e) {
      throw Json.malformed(e);
    }
  }

  private void lines(byte[] body, int from, int end, List<Decoded> events) {
    int newline;
    for (int start = from; start < end; start = newline + 1) {
      newline = start;
      while (newline < end && body[newline] != '\n') {
        newline++;
      }
      addLine(body, start, newline, events);
    }
  }

  private void addLine(byte[] body, int from, int to, List<Decoded> events) {
    int start = from;
    int end = to;
    while (end > start && isBlank(body[end - 1])) {
      end--;
    }
    while (start < end && isBlank(body[start])) {
      start++;
    }
    if (start == end) {
      return;
    }
    events.add(line(new Slice(body, start, end - start)));
  }

  private Decoded line(Slice line) {
    try (JsonParser parser = line.parser(json)) {
      parser.nextToken();
      Decoded event = event(parser, line, false);
      requireEnd(parser);
      return event;
    } catch (IOException e) {
      return line.refused(Json.malformed(e));
    } catch (InvalidEvent why) {
      return line.refused(why);
    }
  }

  /** Reads the event at which {@code parser} stands, to its end. */
  private Decoded event(JsonParser parser, Slice body, boolean mustBeCloudEvent)
      throws IOException {
    if (parser.currentToken() == null) {
      throw InvalidEvent.malformed(1, 1, "nothing there, expected an event");
    }
    int from = body.offset() + (int) parser.currentTokenLocation().getByteOffset();
    EventReader reader = new EventReader();
    try {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw notAnObject(parser);
      }
      reader.object(parser);
      return new Decoded.Valid(reader.event(defaultSource, mustBeCloudEvent));
    } catch (InvalidEvent why) {
      parser.skipChildren();
      int to = body.offset() + (int) parser.currentLocation().getByteOffset();
      return new Decoded.Refused(reader.id(), why, from, to);
    }
  }

  private static Event valid(Decoded decoded) {
    if (decoded instanceof Decoded.Refused refused) {
      throw refused.why();
    }
    return ((Decoded.Valid) decoded).event();
  }

  private static InvalidEvent notAnObject(JsonParser parser) throws IOException {
    InvalidEvent found = JsonValues.wrongType("", parser, "an object");
    return new InvalidEvent(ErrorCode.NOT_AN_OBJECT, null, found.value(), "a JSON object");
  }

  private static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw InvalidEvent.malformed(
          parser.currentTokenLocation().getLineNr(),
          parser.currentTokenLocation().getColumnNr(),
          "expected the end after the event");
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
