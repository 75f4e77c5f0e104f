// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body of JSON, as a tree whose depth is bounded. */
public final class JsonBody {

  /** Deeper than any platform's payload; far from what a stack can bear. */
  static final int DEEPEST = 32;

  /** Names are never interned: senders choose them. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * The one object that a body is.
   *
   * @throws InvalidEvent {@code malformed_json} or {@code not_an_object}
   */
  public static Payload object(byte[] body) {
    return Payload.of("", read(() -> MAPPER.readTree(body)));
  }

  /**
   * The one object that a text is, such as JSON inside a string of JSON.
   *
   * @param field whose value it is, for messages
   * @throws InvalidEvent {@code malformed_json} or {@code not_an_object}
   */
  public static Payload object(String field, String text) {
    return Payload.of(field, read(() -> MAPPER.readTree(text)));
  }

  /**
   * The entries of a body: those of an array, or the body itself. Entries that are no object are
   * found out when they are read.
   *
   * @throws InvalidEvent {@code malformed_json}
   */
  public static List<Entry> entries(byte[] body) {
    JsonNode root = read(() -> MAPPER.readTree(body));
    if (!root.isArray()) {
      return List.of(new Entry("", root));
    }
    return entriesOf("", root);
  }

  static List<Entry> entriesOf(String path, JsonNode array) {
    List<Entry> entries = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      entries.add(new Entry(path + "[" + i + "]", array.get(i)));
    }
    return entries;
  }

  /** One entry of a body, not yet known to be an object. */
  public static final class Entry {
    private final String path;
    private final JsonNode node;

    private Entry(String path, JsonNode node) {
      this.path = path;
      this.node = node;
    }

    /**
     * The entry as an object.
     *
     * @throws InvalidEvent {@code not_an_object}
     */
    public Payload payload() {
      return Payload.of(path, node);
    }
  }

  private interface Reading {
    @Nullable JsonNode read() throws IOException;
  }

  private static JsonNode read(Reading reading) {
    try {
      JsonNode root = reading.read();
      if (root == null || root.isMissingNode()) {
        throw new InvalidEvent(ErrorCode.MALFORMED_JSON, null, null, "a body of JSON");
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw InvalidEvent.malformed(
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr(),
          e.getOriginalMessage());
    } catch (IOException e) {
      throw InvalidEvent.malformed(1, 1, String.valueOf(e.getMessage()));
    }
  }
}
