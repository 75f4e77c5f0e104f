// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of FreeSWITCH, whichever way it was written.
 *
 * @param headers by their names
 */
public record EslEvent(Map<String, String> headers) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_HEADERS = 1024;

  public EslEvent {
    headers = Map.copyOf(headers);
  }

  /**
   * The event in a frame, plain or JSON; null when the frame holds none.
   *
   * @throws InvalidEvent when it says that it holds one and does not
   */
  public static @Nullable EslEvent of(EslFrame frame) {
    return switch (frame.type()) {
      case "text/event-plain" -> plain(frame.text());
      case "text/event-json" -> json(frame.text());
      default -> null;
    };
  }

  /** The header, or null. */
  public @Nullable String get(String name) {
    return headers.get(name);
  }

  /** The header, or the empty string. */
  public String text(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Lines of {@code Name: value}, their values encoded as in an address. */
  private static EslEvent plain(String text) {
    Map<String, String> headers = new HashMap<>();
    for (String line : text.split("\n", MOST_HEADERS)) {
      if (line.isBlank()) {
        // What follows is the event's own body.
        break;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(line.substring(0, colon), decoded(line.substring(colon + 1).strip()));
      }
    }
    return new EslEvent(headers);
  }

  /** As text, because bytes that are no UTF-8 may be taken for another encoding. */
  private static EslEvent json(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      if (tree == null || !tree.isObject()) {
        throw new InvalidEvent(
            ErrorCode.NOT_AN_OBJECT, "text/event-json", null, "an object of headers");
      }
      Map<String, String> headers = new HashMap<>();
      for (Map.Entry<String, JsonNode> field : tree.properties()) {
        if (field.getValue().isValueNode() && headers.size() < MOST_HEADERS) {
          headers.put(field.getKey(), field.getValue().asText());
        }
      }
      return new EslEvent(headers);
    } catch (JsonProcessingException e) {
      throw new InvalidEvent(ErrorCode.MALFORMED_JSON, "text/event-json", null, "JSON");
    }
  }

  /**
   * Without failing on what is no encoding, and with plus signs left as they are: numbers have
   * them.
   */
  private static String decoded(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    byte[] in = value.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
      if (in[i] == '%' && low >= 0) {
        out[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[length++] = in[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
