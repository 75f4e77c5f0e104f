// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.pull;

import io.tideboard.connections.AmiConnection;
import io.tideboard.connections.AmiSettings;
import io.tideboard.connections.EslConnection;
import io.tideboard.connections.EslSettings;
import io.tideboard.connections.EventSink;
import io.tideboard.connections.PlatformConnection;
import io.tideboard.connections.QueueLogSettings;
import io.tideboard.connections.QueueLogTail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * A connection that the gateway is to open.
 *
 * @param source of its events
 * @param kind {@code ami}, {@code queue_log} or {@code freeswitch}
 * @param opening opens it, for good
 */
public record ConnectionSettings(
    String source, String kind, Function<EventSink, PlatformConnection> opening) {

  /** To Asterisk's manager interface. */
  public static ConnectionSettings of(AmiSettings settings) {
    return new ConnectionSettings(
        settings.asterisk().source(), "ami", sink -> AmiConnection.open(settings, sink));
  }

  /** To Asterisk's queue log. */
  public static ConnectionSettings of(QueueLogSettings settings) {
    return new ConnectionSettings(
        settings.asterisk().source(), "queue_log", sink -> tail(settings, sink));
  }

  private static QueueLogTail tail(QueueLogSettings settings, EventSink sink) {
    try {
      return QueueLogTail.open(settings, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the queue log of "
              + settings.asterisk().source()
              + " cannot be followed from "
              + settings.position()
              + ": expected a position that can be read, or none",
          e);
    }
  }

  /** To FreeSWITCH's event socket. */
  public static ConnectionSettings of(EslSettings settings) {
    return new ConnectionSettings(
        settings.freeSwitch().source(), "freeswitch", sink -> EslConnection.open(settings, sink));
  }

  /** Where it leads, without how it logs in. */
  @Override
  public String toString() {
    return kind + " of " + source;
  }
}
