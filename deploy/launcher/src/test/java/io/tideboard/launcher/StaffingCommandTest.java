// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffingCommandTest {

  private static final String HUNDRED = "--contacts 100 --interval 30m --aht 180s";

  @Test
  void theUsualExampleIsAnsweredWithTheNamesOfTheContract() throws IOException {
    JsonNode sheet =
        json(HUNDRED + " --threshold 19.8s --target 0.8 --shrinkage 0.3 --max-occupancy 0.85");

    assertThat(sheet.path("requiredAgents").asInt()).isEqualTo(14);
    assertThat(sheet.path("scheduledAgents").asInt()).isEqualTo(20);
    assertThat(sheet.path("serviceLevel").asDouble()).isCloseTo(0.887853, within(1e-6));
    assertThat(sheet.path("probabilityOfWait").asDouble()).isCloseTo(0.174132, within(1e-6));
    assertThat(sheet.path("occupancy").asDouble()).isCloseTo(10 / 14.0, within(1e-12));
    assertThat(sheet.path("abandonRate").asDouble(-1)).isZero();
    assertThat(sheet.path("asaSeconds").asDouble()).isCloseTo(7.8359, within(1e-3));
  }

  @Test
  void impatientCustomersGiveUp() throws IOException {
    JsonNode sheet = json(HUNDRED + " --patience 5m --agents 14");

    assertThat(sheet.path("serviceLevel").asDouble()).isCloseTo(0.916792, within(1e-6));
    assertThat(sheet.path("abandonRate").asDouble()).isCloseTo(0.0139837, within(1e-6));
    assertThat(sheet.path("asaSeconds").asDouble()).isCloseTo(4.195123, within(1e-6));
    assertThat(sheet.path("requiredAgents").asInt()).isEqualTo(13);
  }

  @Test
  void overloadAndNoContactsAreAnswers() throws IOException {
    JsonNode overload = json(HUNDRED + " --agents 10");
    JsonNode nothing = json("--contacts 0 --aht 180s");

    assertThat(overload.path("stable").asBoolean(true)).isFalse();
    assertThat(overload.path("serviceLevel").asDouble(-1)).isZero();
    assertThat(overload.path("asaSeconds").isNull()).isTrue();
    assertThat(nothing.path("requiredAgents").asInt(-1)).isZero();
    assertThat(nothing.path("scheduledAgents").asInt(-1)).isZero();
    assertThat(nothing.path("serviceLevel").isNull()).isTrue();
  }

  @Test
  void peopleGetATable() {
    Ran ran = Ran.command(command(HUNDRED + " --agents 10"));

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .contains("offered load           10.00 erlangs")
        .contains("with 10 at work")
        .contains("mean wait              -\n")
        .endsWith("Overload: the line grows for ever.\n");
    assertThat(Ran.command(command(HUNDRED + " --max-asa 8s")).out())
        .contains("required agents        14\n");
  }

  private static JsonNode json(String flags) throws IOException {
    Ran ran = Ran.command(command(flags + " --json"));
    assertThat(ran.err()).isEmpty();
    return new ObjectMapper().readTree(ran.out());
  }

  private static String[] command(String flags) {
    List<String> words = new ArrayList<>(List.of("staffing"));
    words.addAll(List.of(flags.split(" ")));
    return words.toArray(String[]::new);
  }
}
