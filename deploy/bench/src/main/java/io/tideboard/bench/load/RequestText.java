// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import io.tideboard.events.Event;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.events.json.EventFormat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a request with events is written. */
final class RequestText {

  private RequestText() {}

  static byte[] of(List<Event> events) {
    byte[] body =
        events.size() == 1
            ? EventEncoder.plain(events.get(0))
            : EventEncoder.batch(EventFormat.JSON, events);
    String head =
        "POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
    request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
