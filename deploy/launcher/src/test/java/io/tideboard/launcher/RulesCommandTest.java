// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesCommandTest {

  private static final Path SHIPPED =
      Path.of("..", "..", "dashboards", "prometheus", "rules", "thresholds.yml");

  @Test
  void theShippedLimitsAreThoseOfTheShippedConfiguration() {
    assertThat(SHIPPED).hasContent(rules());
  }

  @Test
  void aLimitIsWrittenOnceForTheNotifierAndTheRules() {
    assertThat(rules("--set", "alerts.longestWaitWarning=4.5", "--set", "alerts.staleAfter=90s"))
        .contains(
            "{record: tideboard:threshold:longest_wait, expr: \"4.5\"}",
            "{record: tideboard:threshold:data_age_seconds, expr: \"90\"}")
        .doesNotContain("{{");
  }

  @Test
  void whatNeverAlarmsHasALimitThatNothingExceeds() {
    assertThat(rules("--set", "alerts.abandonRateWarning=0"))
        .contains("{record: tideboard:threshold:abandon_rate, expr: \"Inf\"}");
  }

  private static String rules(String... flags) {
    String[] all = new String[flags.length + 3];
    all[0] = "rules";
    all[1] = "--config";
    all[2] = Path.of("..", "tideboard.yaml").toString();
    System.arraycopy(flags, 0, all, 3, flags.length);
    Ran ran = Ran.command(all);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return ran.out();
  }
}
