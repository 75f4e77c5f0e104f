// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one rule finds a queue, without regard to what was before. */
public enum Level {
  /** In bounds. */
  CLEAR(null),
  /** In bounds, but not by so much that an open episode could end. */
  NEAR(null),
  WARNING(AlertSeverity.WARNING),
  CRITICAL(AlertSeverity.CRITICAL);

  private final @Nullable AlertSeverity severity;

  Level(@Nullable AlertSeverity severity) {
    this.severity = severity;
  }

  /** How bad; empty in bounds. */
  public Optional<AlertSeverity> severity() {
    return Optional.ofNullable(severity);
  }
}
