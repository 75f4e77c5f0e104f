// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Served;
import org.jspecify.annotations.Nullable;

/**
 * Something about one agent: an event in the compact form, or what changed in a contact served.
 * Also a schedule, which only passes by on its way to its queue's team.
 *
 * @param key the agent, or of a schedule the queue
 * @param event the compact form of an event; null of a contact
 * @param served the contact; null of an event
 */
public record AgentNews(String key, byte @Nullable [] event, @Nullable Served served) {

  static AgentNews of(String key, byte[] event) {
    return new AgentNews(key, event, null);
  }

  /** About a contact served. */
  public static AgentNews of(Served served) {
    return new AgentNews(served.agent(), null, served);
  }
}
