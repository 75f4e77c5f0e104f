// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a body holds events. */
public enum EventFormat {
  /** One object or an array of objects, each a plain event or a CloudEvent. */
  JSON("application/json"),
  /** One object a line, each a plain event or a CloudEvent. */
  NDJSON("application/x-ndjson"),
  /** One CloudEvent, in structured mode. */
  CLOUDEVENT("application/cloudevents+json"),
  /** An array of CloudEvents. */
  CLOUDEVENT_BATCH("application/cloudevents-batch+json");

  private final String contentType;

  EventFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The content type, without parameters. */
  public String contentType() {
    return contentType;
  }

  /** The format of that content type, whatever its case and parameters; null when it is none. */
  public static @Nullable EventFormat ofContentType(String contentType) {
    int semicolon = contentType.indexOf(';');
    String name = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    String normal = name.strip().toLowerCase(Locale.ROOT);
    for (EventFormat format : values()) {
      if (format.contentType.equals(normal)) {
        return format;
      }
    }
    return null;
  }
}
