// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A payload without what it was wrapped in on its way: EventBridge puts events into {@code detail},
 * and Kinesis puts records into {@code data} as Base64.
 *
 * @param kind as Connect names it, in capitals
 * @param time when EventBridge took the event, null for what came bare
 */
record Envelope(Family family, String kind, Payload detail, @Nullable Instant time) {

  /** What a payload is, told by its members: the names of events are those of several services. */
  enum Family {
    CONTACT_EVENT,
    AGENT_EVENT,
    CONTACT_RECORD,
    OTHER
  }

  static Envelope open(Payload payload) {
    if (payload.has("detail")) {
      return of(payload.at("detail"), payload.time("time"), payload.text("detail-type"));
    }
    if (payload.has("partitionKey") && payload.has("data")) {
      return of(unpacked(payload), null, null);
    }
    return of(payload, null, null);
  }

  private static Envelope of(Payload detail, @Nullable Instant time, @Nullable String detailType) {
    String type = detail.text("eventType");
    Family family = family(detail);
    String kind = type != null ? type : detailType != null ? detailType : "unknown";
    return new Envelope(
        family,
        family == Family.CONTACT_RECORD ? "CONTACT_RECORD" : kind.toUpperCase(Locale.ROOT),
        detail,
        time);
  }

  private static Family family(Payload detail) {
    if (detail.has("eventType")) {
      return detail.has("agentARN") && detail.has("eventTimestamp")
          ? Family.AGENT_EVENT
          : detail.has("contactId") ? Family.CONTACT_EVENT : Family.OTHER;
    }
    boolean record = detail.has("AWSContactTraceRecordFormatVersion");
    return record || (detail.has("contactId") && detail.has("initiationTimestamp"))
        ? Family.CONTACT_RECORD
        : Family.OTHER;
  }

  private static Payload unpacked(Payload record) {
    String data = record.neededText("data");
    try {
      String json = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
      return JsonBody.object(record.path("data"), json);
    } catch (IllegalArgumentException e) {
      throw new InvalidEvent(
          ErrorCode.INVALID_VALUE,
          record.path("data"),
          data.length() + " characters",
          "a record in Base64");
    }
  }
}
