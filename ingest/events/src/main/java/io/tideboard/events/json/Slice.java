// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;

/** A part of an array that holds JSON. */
record Slice(byte[] body, int offset, int length) {

  JsonParser parser(JsonFactory json) throws IOException {
    JsonParser parser = json.createParser(body, offset, length);
    if (parser.currentLocation().getByteOffset() < 0) {
      // Jackson also recognises UTF-16 and UTF-32; RFC 8259 allows only UTF-8.
      parser.close();
      throw InvalidEvent.malformed(1, 1, "expected UTF-8");
    }
    return parser;
  }

  Decoded refused(InvalidEvent why) {
    return new Decoded.Refused(null, why, offset, offset + length);
  }
}
