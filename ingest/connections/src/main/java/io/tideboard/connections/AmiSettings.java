// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.platforms.asterisk.AsteriskOptions;
import java.time.Duration;

/**
 * A connection to Asterisk's manager interface. The manager needs {@code read = system, call,
 * agent, dialplan}, and {@code timestampevents = yes} is wise.
 *
 * @param tcp where, and how it is kept
 * @param login as whom
 * @param resync how often the queues are asked for anew while the connection stands; zero for never
 * @param asterisk what the site says of it
 * @param delivery how events go to the sink
 */
public record AmiSettings(
    TcpSettings tcp,
    AmiLogin login,
    Duration resync,
    AsteriskOptions asterisk,
    DeliverySettings delivery) {

  /** Asterisk's usual port. */
  public static final int PORT = 5038;

  public AmiSettings {
    if (resync.isNegative()) {
      throw new IllegalArgumentException(resync + " as resync: expected zero or more");
    }
  }

  /** Every five minutes; delivery as it is by default. */
  public static AmiSettings of(TcpSettings tcp, AmiLogin login, AsteriskOptions asterisk) {
    return new AmiSettings(tcp, login, Duration.ofMinutes(5), asterisk, DeliverySettings.DEFAULT);
  }

  /** The same, delivered so. */
  public AmiSettings with(DeliverySettings delivery) {
    return new AmiSettings(tcp, login, resync, asterisk, delivery);
  }
}
