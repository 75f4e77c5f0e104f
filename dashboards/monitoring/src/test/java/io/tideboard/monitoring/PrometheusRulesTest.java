// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules, as promtool sees them. */
class PrometheusRulesTest {

  private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
  private static final Pattern TESTED = Pattern.compile("alertname: \"?(Tideboard\\w+)");

  @Test
  void prometheusUnderstandsItsConfigurationAndAllRules() throws Exception {
    OutsideTool.Said said =
        OutsideTool.PROMTOOL.run(Shipped.PROMETHEUS, "check", "config", "prometheus.yml");
    assertThat(said.exitCode()).as(said.text()).isZero();
    assertThat(said.text()).contains("4 rule files found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"queues_test.yml", "pipeline_test.yml"})
  void rulesDoWhatTheirTestsSay(String tests) throws Exception {
    OutsideTool.Said said =
        OutsideTool.PROMTOOL.run(Shipped.PROMETHEUS, "test", "rules", "tests/" + tests);
    assertThat(said.exitCode()).as(said.text()).isZero();
  }

  @Test
  void everyAlertHasATestInWhichItFires() throws IOException {
    List<String> tested = texts("tests").flatMap(text -> found(TESTED, text)).distinct().toList();
    assertThat(texts("rules").flatMap(text -> found(ALERT, text)))
        .hasSize(12)
        .allSatisfy(alert -> assertThat(tested).contains(alert));
  }

  @Test
  void everyLimitIsUsedByARuleAndEveryUsedOneIsThere() throws IOException {
    Pattern limit = Pattern.compile("tideboard:threshold:\\w+");
    String given = Files.readString(Shipped.PROMETHEUS.resolve("rules/thresholds.yml"));
    List<String> used =
        Stream.of("recordings.yml", "queues.yml", "pipeline.yml")
            .flatMap(file -> found(limit, text(Shipped.PROMETHEUS.resolve("rules/" + file))))
            .distinct()
            .toList();
    assertThat(found(limit, given)).containsExactlyInAnyOrderElementsOf(used);
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(found.groupCount()));
  }

  private static Stream<String> texts(String directory) throws IOException {
    try (Stream<Path> files = Files.list(Shipped.PROMETHEUS.resolve(directory))) {
      return files.map(PrometheusRulesTest::text).toList().stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
