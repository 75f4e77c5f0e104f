// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.platforms.freeswitch.FreeSwitchOptions;
import java.time.Duration;

/**
 * A connection to FreeSWITCH's event socket.
 *
 * @param tcp where, and how it is kept
 * @param login the password, and how events are to be written
 * @param resync how often the lists are asked for anew while the connection stands; zero for never
 * @param freeSwitch what the site says of it
 * @param delivery how events go to the sink
 */
public record EslSettings(
    TcpSettings tcp,
    EslLogin login,
    Duration resync,
    FreeSwitchOptions freeSwitch,
    DeliverySettings delivery) {

  /** FreeSWITCH's usual port. */
  public static final int PORT = 8021;

  public EslSettings {
    if (resync.isNegative()) {
      throw new IllegalArgumentException(resync + " as resync: expected zero or more");
    }
  }

  /** Every five minutes; delivery as it is by default. */
  public static EslSettings of(TcpSettings tcp, EslLogin login, FreeSwitchOptions freeSwitch) {
    return new EslSettings(tcp, login, Duration.ofMinutes(5), freeSwitch, DeliverySettings.DEFAULT);
  }

  /** The same, delivered so. */
  public EslSettings with(DeliverySettings delivery) {
    return new EslSettings(tcp, login, resync, freeSwitch, delivery);
  }
}
