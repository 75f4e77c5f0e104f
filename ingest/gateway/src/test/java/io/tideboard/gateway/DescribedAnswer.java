// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Requires that an answer is one that {@code openapi.yaml} describes for its request. */
final class DescribedAnswer {

  private static final ApiDescription API = ApiDescription.shipped();
  private static final String ERROR = "/components/schemas/Error";

  private final int status;
  private final Function<String, Optional<String>> headers;
  private final String body;

  DescribedAnswer(int status, Function<String, Optional<String>> headers, String body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** To a request with that method and path. */
  void requireTo(String method, String path) {
    String described = API.operation(method.toLowerCase(Locale.ROOT), path);
    String operation =
        described.isEmpty() && method.equals("HEAD") ? API.operation("get", path) : described;
    String asked = method + " " + path;
    if (operation.isEmpty()) {
      assertThat(status).as(asked).isIn(400, 404, 405, 431);
      fits(ERROR, Running.json(body), asked);
      return;
    }
    String response = API.followed(operation + "/responses/" + status);
    JsonNode answer = API.at(response);
    assertThat(answer.isMissingNode()).as("%s answers %s: %s", asked, status, body).isFalse();
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      header(response + "/headers/" + header.getKey(), header.getKey(), asked);
    }
    if (!method.equals("HEAD") && answer.has("content")) {
      body(response + "/content/", asked);
    }
  }

  private void header(String pointer, String name, String asked) {
    Optional<String> value = headers.apply(name);
    boolean required = API.at(pointer).path("required").asBoolean();
    assertThat(!required || value.isPresent()).as("%s has %s", asked, name).isTrue();
    value.ifPresent(
        text -> {
          boolean number = text.chars().allMatch(Character::isDigit) && !name.startsWith("Sec-");
          fits(pointer + "/schema", number ? Running.json(text) : TextNode.valueOf(text), asked);
        });
  }

  private void body(String content, String asked) {
    String type = headers.apply("Content-Type").orElse("nothing").split(";", 2)[0];
    String schema = content + type.replace("/", "~1") + "/schema";
    assertThat(API.at(schema).isMissingNode()).as("%s answers %s", asked, type).isFalse();
    fits(schema, type.endsWith("json") ? Running.json(body) : TextNode.valueOf(body), asked);
  }

  private static void fits(String schema, JsonNode value, String asked) {
    assertThat(API.complaints(schema, value)).as("%s, answered %s", asked, value).isEmpty();
  }
}
