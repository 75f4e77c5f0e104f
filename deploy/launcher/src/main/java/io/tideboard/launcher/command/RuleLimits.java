// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.core.alerts.AlertRules;
import io.tideboard.launcher.config.TideboardConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The limits of alerts as Prometheus' recording rules, with which alert rules and boards compare.
 */
final class RuleLimits {

  private static final String TEMPLATE = "/rule-limits.yml";

  /** What the notifier takes for never; nothing exceeds it. */
  private static final String NEVER = "Inf";

  private RuleLimits() {}

  /** The file of rules that says the same as the configuration. */
  static String of(TideboardConfig.Alerts alerts) {
    String text = template();
    for (Map.Entry<String, String> limit : limits(alerts).entrySet()) {
      text = text.replace("{{" + limit.getKey() + "}}", limit.getValue());
    }
    return text;
  }

  private static Map<String, String> limits(TideboardConfig.Alerts alerts) {
    AlertRules rules = alerts.rules().otherwise();
    Duration stale = alerts.staleAfter();
    Map<String, String> limits = new LinkedHashMap<>();
    limits.put("serviceLevelWarning", limit(rules.serviceLevel().warning()));
    limits.put("serviceLevelCritical", limit(rules.serviceLevel().critical()));
    limits.put("mostMissed", number(AlertRules.MOST_MISSED));
    limits.put("leastVisits", number(rules.guard().inLong()));
    limits.put("leastVisitsLately", number(rules.guard().inShort()));
    limits.put("longestWaitWarning", limit(rules.longestWait().warning()));
    limits.put("nobodyServing", limit(rules.nobodyServing()));
    limits.put("abandonRateWarning", limit(rules.abandonRate().warning()));
    limits.put("badScores", limit(rules.surge().least()));
    limits.put("badScoresFactor", number(rules.surge().factor()));
    limits.put("staleAfter", limit(stale.toMillis() / 1000.0));
    return limits;
  }

  private static String limit(double value) {
    return value == 0 ? NEVER : number(value);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String template() {
    try (InputStream in = RuleLimits.class.getResourceAsStream(TEMPLATE)) {
      return new String(
          Objects.requireNonNull(in, TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
