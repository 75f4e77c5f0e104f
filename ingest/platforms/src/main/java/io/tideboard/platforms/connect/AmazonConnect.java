// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.support.Entries;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.SharedSecret;
import java.util.List;

/**
 * Amazon Connect, by way of an EventBridge API destination: contact events as EventBridge wraps
 * them or bare, and the records of its Kinesis streams, which are agent events and contact records.
 * All tell the same facts under the same ids, so that one stream repairs what another lost: contact
 * events are sent without order and may be lost.
 */
public final class AmazonConnect implements Platform {

  private final Names names;

  /** Queues and agents named as the payloads name them, or else by id. */
  public AmazonConnect() {
    this(Names.AS_SENT);
  }

  /**
   * Queues and agents under names told by the installation. Contact events have only ids, agent
   * events and records have names: whoever sends several of them needs this.
   */
  public AmazonConnect(Names names) {
    this.names = names;
  }

  @Override
  public String name() {
    return "amazon-connect";
  }

  @Override
  public SignatureScheme signature() {
    return new SharedSecret("x-api-key");
  }

  @Override
  public Translation translate(Delivery delivery) {
    Entries entries = new Entries();
    for (JsonBody.Entry entry : JsonBody.entries(delivery.body())) {
      try {
        read(Envelope.open(entry.payload()), delivery.source(), entries);
      } catch (InvalidEvent e) {
        entries.refuse(e);
      }
    }
    return entries.translation();
  }

  private void read(Envelope envelope, String source, Entries entries) {
    entries.read(envelope.kind(), () -> events(envelope, source));
  }

  private List<Event> events(Envelope envelope, String source) {
    return switch (envelope.family()) {
      case CONTACT_EVENT -> ContactEvents.of(envelope, source, names);
      case AGENT_EVENT -> AgentEvents.of(envelope.detail(), source, names);
      case CONTACT_RECORD -> ContactRecords.of(envelope.detail(), source, names);
      case OTHER -> List.of();
    };
  }
}
