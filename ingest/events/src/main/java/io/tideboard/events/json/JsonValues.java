// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.EventField;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Limits;
import io.tideboard.events.QueueSnapshot.Waiting;
import io.tideboard.events.Rfc3339;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the value at which a parser stands, and refuses what has another JSON type. */
final class JsonValues {

  private JsonValues() {}

  static Object of(EventField field, JsonParser parser) throws IOException {
    String name = field.wire();
    return switch (field.kind()) {
      case TEXT -> text(name, parser);
      case CHOICE -> field.choice(text(name, parser));
      case TIME -> time(name, parser);
      case WHOLE -> whole(name, parser);
      case NUMBER -> number(name, parser);
      case TEXTS -> texts(name, parser);
      case PAIRS -> pairs(name, parser);
      case CAPACITY -> capacity(name, parser);
      case WAITING -> waiting(name, parser);
      case STANDINGS -> standings(name, parser);
    };
  }

  /** The value of a header's field that comes as a string outside of JSON. */
  static Object ofText(EventField field, String value) {
    return field == EventField.TIME ? Rfc3339.parse(field.wire(), value) : value;
  }

  static String text(String field, JsonParser parser) throws IOException {
    require(JsonToken.VALUE_STRING, field, parser, "a string");
    return parser.getText();
  }

  private static Instant time(String field, JsonParser parser) throws IOException {
    require(JsonToken.VALUE_STRING, field, parser, "a string with an RFC 3339 time");
    return Rfc3339.parse(
        field, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  private static int whole(String field, JsonParser parser) throws IOException {
    require(JsonToken.VALUE_NUMBER_INT, field, parser, "a whole number");
    if (parser.getNumberType() != JsonParser.NumberType.INT) {
      throw new InvalidEvent(
          ErrorCode.INVALID_VALUE, field, parser.getText(), "a whole number of 32 bits");
    }
    return parser.getIntValue();
  }

  private static double number(String field, JsonParser parser) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      throw wrongType(field, parser, "a number");
    }
    return parser.getDoubleValue();
  }

  private static List<String> texts(String field, JsonParser parser) throws IOException {
    require(JsonToken.START_ARRAY, field, parser, "an array of strings");
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(field, parser));
    }
    return texts;
  }

  private static Map<String, String> pairs(String field, JsonParser parser) throws IOException {
    require(JsonToken.START_OBJECT, field, parser, "an object of strings");
    Map<String, String> pairs = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING) {
        pairs.put(name, parser.getText());
      } else if (token != JsonToken.VALUE_NULL) {
        throw wrongType(field + "." + name, parser, "a string");
      }
    }
    return pairs;
  }

  private static Map<Channel, Integer> capacity(String field, JsonParser parser)
      throws IOException {
    require(JsonToken.START_OBJECT, field, parser, "an object of whole numbers by channel");
    Map<Channel, Integer> capacity = new EnumMap<>(Channel.class);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        Channel channel = WireName.parse(Channel.class, field, name);
        capacity.put(channel, whole(field + "." + name, parser));
      }
    }
    return capacity;
  }

  private static List<Waiting> waiting(String field, JsonParser parser) throws IOException {
    require(JsonToken.START_ARRAY, field, parser, "an array of {interaction, since}");
    List<Waiting> waiting = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Entry entry = new Entry(field, parser);
      requireRoom(field, waiting.size());
      waiting.add(
          new Waiting(
              entry.needed("interaction", entry.interaction), entry.needed("since", entry.since)));
    }
    return waiting;
  }

  private static List<Standing> standings(String field, JsonParser parser) throws IOException {
    require(JsonToken.START_ARRAY, field, parser, "an array of {agent, state, since, queues}");
    List<Standing> standings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Entry entry = new Entry(field, parser);
      requireRoom(field, standings.size());
      standings.add(
          new Standing(
              entry.needed("agent", entry.agent),
              entry.needed("state", entry.state),
              entry.needed("since", entry.since),
              entry.queues));
    }
    return standings;
  }

  /** One object of a snapshot's list. */
  private static final class Entry {
    private final String list;
    private @Nullable String interaction;
    private @Nullable String agent;
    private @Nullable AgentState state;
    private @Nullable Instant since;
    private List<String> queues = List.of();

    Entry(String list, JsonParser parser) throws IOException {
      this.list = list;
      require(JsonToken.START_OBJECT, list, parser, "an object");
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() != JsonToken.VALUE_NULL) {
          read(name, parser);
        }
      }
    }

    private void read(String name, JsonParser parser) throws IOException {
      String field = list + "." + name;
      switch (name) {
        case "interaction" -> interaction = text(field, parser);
        case "agent" -> agent = text(field, parser);
        case "state" -> state = WireName.parse(AgentState.class, field, text(field, parser));
        case "since" -> since = time(field, parser);
        case "queues" -> queues = texts(field, parser);
        default -> parser.skipChildren();
      }
    }

    <T> T needed(String name, @Nullable T value) {
      if (value == null) {
        throw new InvalidEvent(
            ErrorCode.MISSING_FIELD, list + "." + name, null, "it in every entry");
      }
      return value;
    }
  }

  private static void requireRoom(String field, int size) {
    if (size == Limits.SNAPSHOT) {
      throw new InvalidEvent(
          ErrorCode.TOO_LONG,
          field,
          "more than " + Limits.SNAPSHOT,
          "at most " + Limits.SNAPSHOT + " entries");
    }
  }

  private static void require(JsonToken token, String field, JsonParser parser, String expected)
      throws IOException {
    if (parser.currentToken() != token) {
      throw wrongType(field, parser, expected);
    }
  }

  static InvalidEvent wrongType(String field, JsonParser parser, String expected)
      throws IOException {
    String found =
        switch (parser.currentToken()) {
          case START_OBJECT -> "{...}";
          case START_ARRAY -> "[...]";
          default -> parser.getText();
        };
    return new InvalidEvent(ErrorCode.WRONG_TYPE, field, found, expected);
  }
}
