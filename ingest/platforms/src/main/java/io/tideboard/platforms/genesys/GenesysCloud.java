// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.support.Entries;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import io.tideboard.platforms.support.SharedSecret;
import java.util.List;

/**
 * Genesys Cloud: conversation detail events, conversations as queues and users see them, presence
 * and routing status, as EventBridge wraps them or as a notification channel sends them.
 */
public final class GenesysCloud implements Platform {

  private final Names names;

  /** Queues and agents named by their ids, which is all that the events have. */
  public GenesysCloud() {
    this(Names.AS_SENT);
  }

  /** Queues and agents under names told by the installation. */
  public GenesysCloud(Names names) {
    this.names = names;
  }

  @Override
  public String name() {
    return "genesys";
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
        read(entry.payload(), delivery.source(), entries);
      } catch (InvalidEvent e) {
        entries.refuse(e);
      }
    }
    return entries.translation();
  }

  private void read(Payload payload, String source, Entries entries) {
    Payload notification = payload.has("detail") ? payload.at("detail") : payload;
    String topicName = notification.text("topicName");
    if (topicName == null) {
      String detailType = payload.text("detail-type");
      entries.ignore(detailType == null ? "unknown" : detailType);
      return;
    }
    Topic topic = Topic.of(topicName);
    Told told = new Told(notification.at("eventBody"), topic, source, names);
    entries.read(topic.kind(), () -> events(told));
  }

  private static List<Event> events(Told told) {
    return switch (told.topic().family()) {
      case DETAIL -> DetailEvents.of(told);
      case CONVERSATION -> Conversations.of(told);
      case AGENT -> AgentChanges.of(told);
      case OTHER -> List.of();
    };
  }
}
