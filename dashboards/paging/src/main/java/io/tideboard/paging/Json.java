// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.clock.Micros;
import io.tideboard.events.Rfc3339;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** JSON in requests and records. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json + " cannot be written", e);
    }
  }

  static JsonNode parse(byte[] value) {
    try {
      return MAPPER.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String time(long micros) {
    return Rfc3339.format(Micros.instant(micros));
  }

  static HttpRequest.Builder post(URI to, byte[] body) {
    return HttpRequest.newBuilder(to)
        .header("Content-Type", "application/json")
        .header("User-Agent", "tideboard")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }
}
