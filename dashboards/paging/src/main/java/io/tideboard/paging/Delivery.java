// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.clock.Micros;
import io.tideboard.events.WireName;
import java.time.Instant;

/**
 * How far a receiver has been told of a cause: what {@code tideboard.deliveries} carries under
 * {@code receiver/cause}. One more record under {@code receiver/} says since when the receiver is
 * known.
 *
 * @param cause as {@link io.tideboard.core.alerts.AlertEpisode.Origin#causeKey}; empty in that
 *     record
 * @param page the id of the episode under which it was opened
 * @param openedAt when that opened, or since when the receiver is known; in microseconds
 * @param told what the receiver was told last
 * @param severity that it was told last
 * @param missed whether the page could not be delivered
 */
record Delivery(
    String receiver,
    String cause,
    String page,
    long openedAt,
    NoticeKind told,
    AlertSeverity severity,
    boolean missed) {

  /** Since when a receiver is known. */
  static Delivery since(String receiver, Instant now) {
    return new Delivery(
        receiver, "", "", Micros.of(now), NoticeKind.CLOSED, AlertSeverity.WARNING, false);
  }

  static String key(String receiver, String cause) {
    return receiver + "/" + cause;
  }

  String key() {
    return key(receiver, cause);
  }

  boolean isOpen() {
    return told != NoticeKind.CLOSED;
  }

  byte[] write() {
    ObjectNode json = Json.object();
    json.put("receiver", receiver);
    json.put("cause", cause);
    json.put("page", page);
    json.put("openedAt", Json.time(openedAt));
    json.put("told", told.wire());
    json.put("severity", severity.wire());
    json.put("missed", missed);
    return Json.bytes(json);
  }

  static Delivery read(JsonNode json) {
    return new Delivery(
        json.path("receiver").asText(),
        json.path("cause").asText(),
        json.path("page").asText(),
        Micros.of(Instant.parse(json.path("openedAt").asText())),
        WireName.parse(NoticeKind.class, "told", json.path("told").asText()),
        WireName.parse(AlertSeverity.class, "severity", json.path("severity").asText()),
        json.path("missed").asBoolean());
  }
}
