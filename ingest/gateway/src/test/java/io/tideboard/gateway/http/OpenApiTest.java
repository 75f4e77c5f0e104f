// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.WireName;
import io.tideboard.gateway.ApiDescription;
import io.tideboard.gateway.ApiDescription.Example;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiTest {

  private static final ApiDescription API = ApiDescription.shipped();
  private static final String SCHEMAS = "/components/schemas/";

  @Test
  void theClosedListOfCodesIsWhatTheGatewayAnswers() {
    List<String> codes =
        Stream.<WireName>concat(
                Arrays.stream(ErrorCode.values()), Arrays.stream(RequestError.values()))
            .map(WireName::wire)
            .toList();
    assertThat(choices(SCHEMAS + "Code")).containsExactlyElementsOf(codes);
  }

  @Test
  void everyStatusOfARefusalIsDescribed() {
    // What nothing is described for cannot be described either.
    Set<RequestError> known =
        EnumSet.complementOf(EnumSet.of(RequestError.NOT_FOUND, RequestError.METHOD_NOT_ALLOWED));
    for (RequestError error : known) {
      String status = String.valueOf(error.status().code());
      assertThat(API.at("/paths").findValues(status)).as(error.wire()).isNotEmpty();
    }
  }

  @Test
  void everyTypeAndChoiceOfAnEventIsNamed() {
    String event = SCHEMAS + "Event/properties/";
    assertThat(choices(event + "type"))
        .containsExactlyElementsOf(Arrays.stream(EventType.values()).map(EventType::wire).toList());
    assertThat(choices(SCHEMAS + "Channel")).containsExactlyElementsOf(wires(Channel.values()));
    assertThat(choices(SCHEMAS + "AgentState"))
        .containsExactlyInAnyOrderElementsOf(wires(AgentState.values()));
  }

  @Test
  void everyFieldOfAnEventIsDescribed() {
    Set<String> fields =
        Arrays.stream(EventField.values())
            .map(EventField::wire)
            .collect(Collectors.toCollection(TreeSet::new));
    fields.add("type");
    Set<String> described = new TreeSet<>();
    API.at(SCHEMAS + "Event/properties").fieldNames().forEachRemaining(described::add);
    assertThat(described).isEqualTo(fields);
  }

  static List<Example> examples() {
    return API.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFitsItsSchema(Example example) {
    assertThat(API.complaints(example.schema(), example.value())).isEmpty();
  }

  @Test
  void everyBodyHasAnExample() {
    assertThat(API.bodies())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            body ->
                assertThat(API.at(body).has("example") || API.at(body).has("examples")).isTrue());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(API.references())
        .isNotEmpty()
        .allSatisfy(
            reference -> assertThat(API.at(reference.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void whatDoesNotFitIsNoticed() {
    JsonNode error = API.at("/components/responses/Refused/content/application~1json/example");
    ObjectNode unknown = error.deepCopy();
    unknown.put("code", "no_such_code");
    assertThat(API.complaints(SCHEMAS + "Error", error)).isEmpty();
    assertThat(API.complaints(SCHEMAS + "Error", unknown)).isNotEmpty();
  }

  private static List<String> choices(String pointer) {
    JsonNode choices = API.at(pointer + "/enum");
    return Stream.iterate(0, i -> i < choices.size(), i -> i + 1)
        .map(i -> choices.get(i).asText())
        .toList();
  }

  private static List<String> wires(WireName[] constants) {
    return Arrays.stream(constants).map(WireName::wire).toList();
  }
}
