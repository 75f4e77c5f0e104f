// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Served;
import io.tideboard.flink.live.EventBundle;
import org.jspecify.annotations.Nullable;

/**
 * Something about one agent: events, or what changed in a contact served. Also schedules, which
 * only pass by on their way to their queue's team.
 *
 * @param key the agent, or of schedules the queue
 * @param events what was told; null of a contact
 * @param served the contact; null of events
 */
public record AgentNews(String key, @Nullable EventBundle events, @Nullable Served served) {

  static AgentNews of(EventBundle events) {
    return new AgentNews(events.key(), events, null);
  }

  /** About a contact served. */
  public static AgentNews of(Served served) {
    return new AgentNews(served.agent(), null, served);
  }
}
