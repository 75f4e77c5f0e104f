// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;
import java.util.regex.Pattern;

/** The one factory of parsers and generators, and what its complaints mean. */
final class Json {

  /** Deeper than any event; far from what a stack can bear. */
  static final int DEEPEST = 32;

  /** Names are shared through its symbol table, but never interned: senders choose them. */
  static final JsonFactory FACTORY = factory(DEEPEST);

  /** Of an object that does not end, the parser says where it began, and why not of what. */
  private static final Pattern REMARK = Pattern.compile(" \\(start marker at \\[.*]\\)");

  private Json() {}

  /** One whose parsers refuse what is nested deeper. */
  static JsonFactory factory(int deepest) {
    return JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(deepest).build())
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  static InvalidEvent malformed(IOException problem) {
    if (problem instanceof JsonProcessingException json) {
      JsonLocation at = json.getLocation();
      if (at != null) {
        String why = REMARK.matcher(json.getOriginalMessage()).replaceFirst("");
        return InvalidEvent.malformed(at.getLineNr(), at.getColumnNr(), why);
      }
    }
    return InvalidEvent.malformed(1, 1, String.valueOf(problem.getMessage()));
  }
}
