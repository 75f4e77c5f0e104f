// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.gateway.admission.AdmissionRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of {@code openapi.yaml}, sent to a gateway that is not surprised by their dates. */
class ExamplesIT {

  private static final ApiDescription API = ApiDescription.shipped();
  private static final String BODIES = "/paths/~1v1~1events/post/requestBody/content";

  @RegisterExtension
  static final Running running =
      Running.forAll(settings -> settings.with(AdmissionRules.DEFAULT.withEventTime(true)));

  @Test
  void everyExampleOfABodyIsAccepted() {
    int sent = 0;
    for (Map.Entry<String, JsonNode> body : API.at(BODIES).properties()) {
      for (JsonNode content : body.getValue().findValues("value")) {
        accepted(body.getKey(), content);
        sent++;
      }
      if (body.getValue().has("example")) {
        accepted(body.getKey(), body.getValue().get("example"));
        sent++;
      }
    }
    assertThat(sent).isGreaterThanOrEqualTo(5);
  }

  @Test
  void everyExampleOfAnEventIsAccepted() {
    JsonNode examples = API.at("/components/schemas/Event/examples");
    assertThat(examples).isNotEmpty();
    examples.forEach(event -> accepted("application/json", event));
  }

  private static void accepted(String contentType, JsonNode content) {
    String body = content.isTextual() ? content.asText() : content.toString();
    assertThat(running.post(contentType, body).statusCode()).as(body).isEqualTo(202);
  }
}
