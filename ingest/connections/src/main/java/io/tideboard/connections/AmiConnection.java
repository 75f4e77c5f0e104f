// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.netty.channel.ChannelHandler;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.asterisk.AmiMessage;
import io.tideboard.platforms.asterisk.ManagerEvents;
import io.tideboard.platforms.asterisk.PbxState;
import java.time.InstantSource;

/**
 * A connection to Asterisk's manager interface, opened again whenever it breaks. After every login
 * the queues are asked for, and become snapshots.
 */
public final class AmiConnection extends TcpConnection {

  private final AmiSettings settings;
  private final InstantSource clock;
  private final ManagerEvents events;

  private AmiConnection(AmiSettings settings, EventSink sink, InstantSource clock) {
    super(settings.asterisk().source(), settings.tcp(), settings.delivery(), sink);
    this.settings = settings;
    this.clock = clock;
    this.events = new ManagerEvents(settings.asterisk(), new PbxState());
  }

  /** Opens it, and keeps it open until it is closed. */
  public static AmiConnection open(AmiSettings settings, EventSink sink) {
    return open(settings, sink, InstantSource.system());
  }

  static AmiConnection open(AmiSettings settings, EventSink sink, InstantSource clock) {
    AmiConnection connection = new AmiConnection(settings, sink, clock);
    connection.start();
    return connection;
  }

  @Override
  ChannelHandler session() {
    return new AmiSession(settings, wiring(), this::message, events::disconnected);
  }

  @Override
  Translation tick() {
    return events.tick(clock.instant());
  }

  private void message(AmiMessage message) {
    try {
      heard(events.on(message, clock.instant()));
    } catch (RuntimeException e) {
      wiring().counters().failedOn(e);
    }
  }
}
