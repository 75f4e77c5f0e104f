// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.admission.Quota;
import io.tideboard.gateway.hooks.HookSettings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sources as they are configured at one time. Not changed once it is made. */
final class Register {

  private final Map<String, SourceSettings> settings;
  private final Map<String, Caller> callers = new HashMap<>();
  private final Map<Caller, HookSettings> hooks = new HashMap<>();
  private final ApiKeys keys = new ApiKeys();

  /**
   * Those sources.
   *
   * @param before whose quotas go on where nothing about them has changed; null for none
   * @throws IllegalArgumentException when two of them have the same key
   */
  Register(Map<String, SourceSettings> settings, @Nullable Register before) {
    this.settings = settings;
    settings.values().forEach(source -> add(source, before));
  }

  private void add(SourceSettings source, @Nullable Register before) {
    Caller known = before == null ? null : before.sameCaller(source);
    Caller caller =
        known == null
            ? Caller.of(source.name(), new Quota(source.quota(), System::nanoTime))
            : known;
    callers.put(source.name(), caller);
    source.keys().forEach(key -> keys.add(key, caller));
    HookSettings hook = source.hook();
    if (hook != null) {
      hooks.put(caller, hook);
    }
  }

  private @Nullable Caller sameCaller(SourceSettings source) {
    SourceSettings known = settings.get(source.name());
    return known != null && known.quota().equals(source.quota())
        ? callers.get(source.name())
        : null;
  }

  /** The source of that name; null when there is none. */
  @Nullable Caller caller(String name) {
    return callers.get(name);
  }

  /** Whose key that is; null when it is nobody's. */
  @Nullable Caller owner(KeyHash key) {
    return keys.owner(key);
  }

  Map<Caller, HookSettings> hooks() {
    return hooks;
  }
}
