// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.Nearest;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses keys that are no component of the record they stand in. Done before anything is bound,
 * because a misspelt key would otherwise show up as another key's missing value.
 */
final class KnownKeys {

  private final String file;
  private final JsonParser parser;

  KnownKeys(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** Checks the document that the parser is about to read. */
  void check(Class<?> type) throws IOException {
    parser.nextToken();
    value(type, "");
  }

  private void value(Type type, String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(elementOf(type), path);
      }
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      if (elementOf(type) instanceof Class<?> record && record.isRecord()) {
        object(record.getRecordComponents(), path);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void object(RecordComponent[] components, String path) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      RecordComponent component =
          Arrays.stream(components)
              .filter(c -> c.getName().equals(key))
              .findFirst()
              .orElseThrow(() -> unknown(key, path, components));
      parser.nextToken();
      value(component.getGenericType(), path + key + ".");
    }
  }

  private BadFile unknown(String key, String path, RecordComponent[] components) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    return BadFile.at(
        file,
        parser.currentTokenLocation().getLineNr(),
        "unknown key '%s%s', did you mean '%s'? Known here: %s"
            .formatted(path, key, Nearest.to(key, known), String.join(", ", known)));
  }

  private static Type elementOf(Type type) {
    boolean list = type instanceof ParameterizedType p && p.getRawType() == List.class;
    return list ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
  }
}
