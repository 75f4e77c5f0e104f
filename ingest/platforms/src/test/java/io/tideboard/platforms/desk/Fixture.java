// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payload of the test resources, to be changed member by member and delivered. */
public final class Fixture {

  /** The source to which every fixture is delivered. */
  public static final String SOURCE = "helpdesk";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode root;
  private final Map<String, String> headers = new HashMap<>();

  private Fixture(ObjectNode root) {
    this.root = root;
  }

  /** The resource of that name, such as {@code zendesk/ticket-created}. */
  public static Fixture of(String name) {
    return new Fixture((ObjectNode) read(bytes(name)));
  }

  /** The bytes of the resource of that name. */
  public static byte[] bytes(String name) {
    try (InputStream in = Fixture.class.getResourceAsStream("/" + name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException(name + ": expected a resource of the tests");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With another value at a path such as {@code detail.status}: text, number, flag or null. */
  public Fixture with(String path, @Nullable Object value) {
    parent(path).set(last(path), MAPPER.valueToTree(value));
    return this;
  }

  /** With JSON at a path. */
  public Fixture withJson(String path, String json) {
    parent(path).set(last(path), read(json.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** Without what is at a path. */
  public Fixture without(String path) {
    parent(path).remove(last(path));
    return this;
  }

  /** With a header, its name in lower case. */
  public Fixture header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The body. */
  public byte[] body() {
    try {
      return MAPPER.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a request. */
  public Delivery delivery() {
    return delivery(body(), headers);
  }

  /** A request with that body. */
  public static Delivery delivery(byte[] body, Map<String, String> headers) {
    return new Delivery(SOURCE, "https://center.example/v1/hooks/x/" + SOURCE, headers, body);
  }

  /** What a platform reads in it. */
  public Translation translatedBy(Platform platform) {
    return platform.translate(delivery());
  }

  /** The events that a platform reads in it, as {@link Told#lines} writes them. */
  public List<String> toldBy(Platform platform) {
    return Told.lines(translatedBy(platform));
  }

  private ObjectNode parent(String path) {
    JsonNode node = root;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i + 1 < names.length; i++) {
      JsonNode next =
          node instanceof ArrayNode array
              ? array.get(Integer.parseInt(names[i]))
              : node.get(names[i]);
      node = next == null ? ((ObjectNode) node).putObject(names[i]) : next;
    }
    return (ObjectNode) node;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
