// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.events.InvalidEvent;
import io.tideboard.gateway.admission.Refusal;
import io.tideboard.gateway.admission.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The bodies of answers. */
final class AnswerJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private AnswerJson() {}

  /** One error for a whole request. */
  static byte[] error(String code, String message) {
    return bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("code", code);
          json.writeStringField("message", message);
          json.writeEndObject();
        });
  }

  /** One error for a body that holds no events. */
  static byte[] error(InvalidEvent why) {
    return bytes(
        json -> {
          json.writeStartObject();
          reason(json, why);
          json.writeEndObject();
        });
  }

  /** How many were accepted, and why the others were not. */
  static byte[] outcome(Verdict verdict) {
    return bytes(
        json -> {
          json.writeStartObject();
          json.writeNumberField("accepted", verdict.accepted());
          json.writeArrayFieldStart("rejected");
          for (Refusal refusal : verdict.refused()) {
            json.writeStartObject();
            json.writeNumberField("index", refusal.index());
            json.writeStringField("id", refusal.id());
            reason(json, refusal.why());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void reason(JsonGenerator json, InvalidEvent why) throws IOException {
    json.writeStringField("code", why.code().wire());
    json.writeStringField("message", why.getMessage());
    optional(json, "field", why.field());
    optional(json, "value", why.value());
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to memory", e);
    }
    return out.toByteArray();
  }
}
