// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.AlertCatalog;
import java.io.Serializable;
import java.time.Duration;

/**
 * What alerts depend on.
 *
 * @param rules every queue's rules
 * @param maxLag how far the stream's time may be behind the clock for anything to be looked at:
 *     while a log is caught up with nobody is alerted of what was
 * @param told what was told before this start
 */
public record AlertSettings(AlertCatalog rules, Duration maxLag, ToldEpisodes told)
    implements Serializable {

  /** The usual rules, of events that happen now. */
  public static final AlertSettings DEFAULT = of(AlertCatalog.DEFAULTS);

  /** These rules, of events that happen now. */
  public static AlertSettings of(AlertCatalog rules) {
    return new AlertSettings(rules, Duration.ofSeconds(30), ToldEpisodes.NONE);
  }

  /** The same for events of any time. */
  public AlertSettings ofAnyTime() {
    return new AlertSettings(rules, Duration.ofDays(36_500), told);
  }

  /** The same after that was told. */
  public AlertSettings after(ToldEpisodes other) {
    return new AlertSettings(rules, maxLag, other);
  }
}
