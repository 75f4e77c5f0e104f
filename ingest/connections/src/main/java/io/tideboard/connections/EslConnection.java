// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.netty.channel.ChannelHandler;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.freeswitch.CallcenterEvents;
import io.tideboard.platforms.freeswitch.CallcenterLists;
import io.tideboard.platforms.freeswitch.CallcenterState;
import io.tideboard.platforms.freeswitch.EslEvent;
import io.tideboard.platforms.freeswitch.EslFrame;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A connection to FreeSWITCH's event socket, opened again whenever it breaks. After every login the
 * queues, members, agents and tiers are asked for, and become snapshots.
 */
public final class EslConnection extends TcpConnection {

  private final EslSettings settings;
  private final InstantSource clock;
  private final CallcenterEvents events;

  private EslConnection(EslSettings settings, EventSink sink, InstantSource clock) {
    super(settings.freeSwitch().source(), settings.tcp(), settings.delivery(), sink);
    this.settings = settings;
    this.clock = clock;
    this.events = new CallcenterEvents(settings.freeSwitch(), new CallcenterState());
  }

  /** Opens it, and keeps it open until it is closed. */
  public static EslConnection open(EslSettings settings, EventSink sink) {
    return open(settings, sink, InstantSource.system());
  }

  static EslConnection open(EslSettings settings, EventSink sink, InstantSource clock) {
    EslConnection connection = new EslConnection(settings, sink, clock);
    connection.start();
    return connection;
  }

  @Override
  ChannelHandler session() {
    return new EslSession(settings, wiring(), new Ears(), clock);
  }

  @Override
  Translation tick() {
    return events.tick(clock.instant());
  }

  /** Hands on what the present connection hears. */
  private final class Ears implements EslListener {

    @Override
    public void frame(EslFrame frame) {
      try {
        EslEvent event = EslEvent.of(frame);
        heard(
            event == null ? Translation.ignoring(frame.type()) : events.on(event, clock.instant()));
      } catch (InvalidEvent e) {
        wiring().counters().unreadable(e);
      } catch (RuntimeException e) {
        wiring().counters().failedOn(e);
      }
    }

    @Override
    public void core(String uuid, long upSeconds, Instant now) {
      tell(events.core(uuid, upSeconds, now));
    }

    @Override
    public void lists(CallcenterLists lists, Instant askedAt) {
      tell(events.lists(lists, askedAt));
    }
  }
}
