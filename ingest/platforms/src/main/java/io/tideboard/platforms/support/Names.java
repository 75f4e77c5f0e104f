// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of a platform's queues and agents. Where the installation has told a name for an id it
 * is that, whatever a payload says: some payloads of a platform name a queue and others have only
 * its id, and all must mean the same queue. Else it is the payload's name, or else the id.
 */
public final class Names {

  /** Nothing told: names as the payloads have them. */
  public static final Names AS_SENT = new Names(Map.of());

  private final Map<String, String> byId;

  private Names(Map<String, String> byId) {
    this.byId = Map.copyOf(byId);
  }

  /** Names told by the installation, by the platform's ids. */
  public static Names of(Map<String, String> byId) {
    return new Names(byId);
  }

  /** The name of what has that id and that name in a payload; null when it has neither. */
  public @Nullable String of(@Nullable String id, @Nullable String name) {
    String told = id == null ? null : byId.get(id);
    String known = told != null ? told : name != null ? name : id;
    return known == null ? null : Ids.fitting(known);
  }
}
