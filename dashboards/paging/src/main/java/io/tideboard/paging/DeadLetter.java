// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.clock.Micros;
import io.tideboard.events.WireName;
import java.time.Instant;

/**
 * A notice that could not be delivered.
 *
 * @param delivery its delivery id
 * @param notice what it told
 * @param page of which episode
 * @param summary what it would have said
 * @param why of the last attempt
 * @param told what the receiver said to that
 * @param attempts how many there were
 * @param at when it was given up
 */
public record DeadLetter(
    String receiver,
    String delivery,
    NoticeKind notice,
    String page,
    String summary,
    Failure why,
    String told,
    int attempts,
    Instant at) {

  static final String PREFIX = "undelivered/";

  /** Where it stands among the deliveries. */
  String key() {
    return PREFIX + receiver + "/" + delivery;
  }

  /** As JSON, for the list. */
  public JsonNode json() {
    ObjectNode json = Json.object();
    json.put("receiver", receiver);
    json.put("delivery", delivery);
    json.put("notice", notice.wire());
    json.put("page", page);
    json.put("summary", summary);
    json.put("reason", why.wire());
    json.put("told", told);
    json.put("attempts", attempts);
    json.put("at", Json.time(Micros.of(at)));
    return json;
  }

  static DeadLetter read(JsonNode json) {
    return new DeadLetter(
        json.path("receiver").asText(),
        json.path("delivery").asText(),
        WireName.parse(NoticeKind.class, "notice", json.path("notice").asText()),
        json.path("page").asText(),
        json.path("summary").asText(),
        WireName.parse(Failure.class, "reason", json.path("reason").asText()),
        json.path("told").asText(),
        json.path("attempts").asInt(),
        Instant.parse(json.path("at").asText()));
  }
}
