// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.regex.Pattern;

/**
 * Keeps Prometheus' rules where libraries do not: what promtool objects to is left out, since other
 * metrics or the host's tell the same, and what has no help gets one.
 */
final class Naming implements MeterFilter {

  private static final Pattern OBJECTED =
      Pattern.compile(
          "system\\.cpu\\.count|process\\.cpu\\.time|kafka\\.app\\.info\\..*"
              + "|kafka\\..*\\.ns(\\..*)?|kafka\\..*\\.count");

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    return OBJECTED.matcher(id.getName()).matches()
        ? MeterFilterReply.DENY
        : MeterFilterReply.NEUTRAL;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    return id.getDescription() != null
        ? id
        : new Meter.Id(
            id.getName(),
            Tags.of(id.getTags()),
            id.getBaseUnit(),
            "As its library calls it: " + id.getName() + ".",
            id.getType());
  }
}
