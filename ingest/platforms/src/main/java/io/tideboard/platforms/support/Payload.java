// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON as a platform sent it. Members are found whatever the case of their names,
 * since platforms spell the same member in several; null is the same as absent; a member of another
 * type than is asked for is {@code wrong_type} with its path.
 */
public final class Payload {

  private final String path;
  private final JsonNode node;

  private Payload(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  static Payload of(String path, JsonNode node) {
    if (!node.isObject()) {
      throw new InvalidEvent(
          ErrorCode.NOT_AN_OBJECT, path.isEmpty() ? null : path, shown(node), "an object");
    }
    return new Payload(path, node);
  }

  /** Where a member stands, for messages. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Whether there is a member of that name that is not null. */
  public boolean has(String name) {
    return member(name) != null;
  }

  /** The names of the members, as the platform spells them. */
  public List<String> names() {
    List<String> names = new ArrayList<>(node.size());
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * Every text, number and flag in this object and the objects in it, by the names that lead there
   * with dots between them; arrays and null are left out. For payloads whose shape senders choose.
   */
  public Map<String, String> leaves() {
    Map<String, String> leaves = new LinkedHashMap<>();
    collect("", node, leaves);
    return leaves;
  }

  private static void collect(String prefix, JsonNode object, Map<String, String> leaves) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      if (value.isObject()) {
        collect(prefix + member.getKey() + ".", value, leaves);
      } else if (value.isValueNode() && !value.isNull()) {
        leaves.put(prefix + member.getKey(), value.asText());
      }
    }
  }

  /** The object of that name; one without members when it is absent. */
  public Payload at(String name) {
    Payload found = optional(name);
    return found == null ? without(name) : found;
  }

  /** An object without members at that place. */
  public Payload without(String name) {
    return new Payload(path(name), JsonNodeFactory.instance.objectNode());
  }

  /** The object of that name, or null when it is absent. */
  public @Nullable Payload optional(String name) {
    JsonNode member = member(name);
    if (member == null) {
      return null;
    }
    if (!member.isObject()) {
      throw wrongType(name, member, "an object");
    }
    return new Payload(path(name), member);
  }

  /** The objects of the array of that name; empty when it is absent. */
  public List<Payload> objects(String name) {
    List<Payload> objects = new ArrayList<>();
    for (JsonNode element : elements(name)) {
      objects.add(of(path(name) + "[" + objects.size() + "]", element));
    }
    return objects;
  }

  /** The elements of the array of that name, each not yet known to be an object. */
  public List<JsonBody.Entry> entries(String name) {
    return JsonBody.entriesOf(path(name), elements(name));
  }

  /** The texts and numbers of the array of that name; empty when it is absent. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(name)) {
      if (!element.isTextual() && !element.isNumber()) {
        throw wrongType(name, element, "an array of strings");
      }
      texts.add(element.asText());
    }
    return texts;
  }

  private JsonNode elements(String name) {
    JsonNode member = member(name);
    if (member == null) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!member.isArray()) {
      throw wrongType(name, member, "an array");
    }
    return member;
  }

  /** A text, or a number as text, since ids are either; null when absent or empty. */
  public @Nullable String text(String name) {
    JsonNode member = member(name);
    if (member == null) {
      return null;
    }
    if (!member.isTextual() && !member.isNumber()) {
      throw wrongType(name, member, "a string");
    }
    String text = member.asText();
    return text.isEmpty() ? null : text;
  }

  /** As {@link #text}, of a member that must be there: {@code missing_field} otherwise. */
  public String neededText(String name) {
    String text = text(name);
    if (text == null) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, path(name), null, "1 or more characters");
    }
    return text;
  }

  /** A whole number, also as text; null when absent. */
  public @Nullable Long whole(String name) {
    JsonNode member = member(name);
    if (member == null || (member.isTextual() && member.textValue().isEmpty())) {
      return null;
    }
    if (member.isIntegralNumber() && member.canConvertToLong()) {
      return member.longValue();
    }
    if (member.isTextual()) {
      return Times.whole(path(name), member.textValue());
    }
    throw wrongType(name, member, "a whole number of 64 bits");
  }

  /** A number, also as text; null when absent. */
  public @Nullable Double number(String name) {
    JsonNode member = member(name);
    if (member == null || (member.isTextual() && member.textValue().isEmpty())) {
      return null;
    }
    if (member.isNumber()) {
      return member.doubleValue();
    }
    if (member.isTextual()) {
      try {
        return Double.valueOf(member.textValue().trim());
      } catch (NumberFormatException e) {
        throw new InvalidEvent(ErrorCode.INVALID_VALUE, path(name), member.textValue(), "a number");
      }
    }
    throw wrongType(name, member, "a number");
  }

  /** Yes or no; null when absent. */
  public @Nullable Boolean flag(String name) {
    JsonNode member = member(name);
    if (member == null) {
      return null;
    }
    if (!member.isBoolean()) {
      throw wrongType(name, member, "true or false");
    }
    return member.booleanValue();
  }

  /** A time as {@link Times#of} reads it, from text or a number; null when absent or empty. */
  public @Nullable Instant time(String name) {
    String text = text(name);
    return text == null ? null : Times.of(path(name), text);
  }

  /** As {@link #time}, of a member that must be there: {@code missing_field} otherwise. */
  public Instant neededTime(String name) {
    Instant time = time(name);
    if (time == null) {
      throw new InvalidEvent(
          ErrorCode.MISSING_FIELD, path(name), null, "an RFC 3339 time or an epoch");
    }
    return time;
  }

  private @Nullable JsonNode member(String name) {
    JsonNode member = node.get(name);
    if (member == null) {
      for (Map.Entry<String, JsonNode> other : node.properties()) {
        if (other.getKey().equalsIgnoreCase(name)) {
          member = other.getValue();
          break;
        }
      }
    }
    return member == null || member.isNull() ? null : member;
  }

  private InvalidEvent wrongType(String name, JsonNode found, String expected) {
    return new InvalidEvent(ErrorCode.WRONG_TYPE, path(name), shown(found), expected);
  }

  private static String shown(JsonNode node) {
    return node.isObject() ? "{...}" : node.isArray() ? "[...]" : node.asText();
  }
}
