// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writing JSON objects to memory. */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** The fields of an object. */
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  /** Writes to memory, of which it keeps some to itself until it is flushed. */
  static JsonGenerator generator(ByteArrayOutputStream bytes) {
    try {
      return FACTORY.createGenerator(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
  }

  static Buffer object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  static void time(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
    json.writeStringField(name, time == null ? null : time.toString());
  }

  /**
   * @param number as it is to stand there; null where there is no data
   */
  static void number(JsonGenerator json, String name, @Nullable String number) throws IOException {
    json.writeFieldName(name);
    if (number == null) {
      json.writeNull();
    } else {
      json.writeNumber(number);
    }
  }
}
