// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the gateway said to a batch. */
record GatewayAnswer(long accepted, List<Refusal> refused) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The answer of a 2xx or a 400 to a batch of {@code events}. */
  static GatewayAnswer of(String body, int status, int events) {
    JsonNode answer = parse(body);
    List<Refusal> refused = new ArrayList<>();
    for (JsonNode each : answer.path("rejected")) {
      refused.add(
          new Refusal(
              each.path("id").asText(null),
              each.path("code").asText("unknown"),
              each.path("message").asText("")));
    }
    if (status == 400 && refused.isEmpty()) {
      Refusal all =
          new Refusal(
              null, answer.path("code").asText("unknown"), answer.path("message").asText(body));
      return new GatewayAnswer(0, Collections.nCopies(events, all));
    }
    return new GatewayAnswer(answer.path("accepted").asLong(events - refused.size()), refused);
  }

  GatewayAnswer plus(GatewayAnswer other) {
    List<Refusal> both = new ArrayList<>(refused);
    both.addAll(other.refused);
    return new GatewayAnswer(accepted + other.accepted, both);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
