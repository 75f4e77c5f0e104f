// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.admission.QuotaSettings;
import io.tideboard.gateway.hooks.HookSettings;
import io.tideboard.gateway.pull.ConnectionSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system that may send.
 *
 * @param name the source of its events, 1 to 128 characters
 * @param keys what its API keys hash to: none, one, or two while one replaces another
 * @param hook the webhook that its platform calls; null when it has none
 * @param quota how much it may send by itself
 * @param connection the connection that the gateway opens to it; null when it sends by itself
 */
public record SourceSettings(
    String name,
    List<KeyHash> keys,
    @Nullable HookSettings hook,
    QuotaSettings quota,
    @Nullable ConnectionSettings connection) {

  private static final int LONGEST_NAME = 128;

  public SourceSettings {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "'" + name + "' as a source: expected 1 to 128 characters");
    }
    if (keys.size() > 2) {
      throw new IllegalArgumentException(keys.size() + " keys of " + name + ": expected at most 2");
    }
    if (connection != null && !connection.source().equals(name)) {
      throw new IllegalArgumentException(
          "a connection of " + connection.source() + " for " + name + ": expected its own");
    }
    keys = List.copyOf(keys);
  }

  /** Without any way to prove itself, and without a quota. */
  public static SourceSettings of(String name) {
    return new SourceSettings(name, List.of(), null, QuotaSettings.UNLIMITED, null);
  }

  /** The same, known by those keys. */
  public SourceSettings with(KeyHash... keys) {
    return new SourceSettings(name, List.of(keys), hook, quota, connection);
  }

  /** The same, with that hook. */
  public SourceSettings with(HookSettings hook) {
    return new SourceSettings(name, keys, hook, quota, connection);
  }

  /** The same, with that connection. */
  public SourceSettings with(ConnectionSettings connection) {
    return new SourceSettings(name, keys, hook, quota, connection);
  }

  /** The same, with that quota. */
  public SourceSettings with(QuotaSettings quota) {
    return new SourceSettings(name, keys, hook, quota, connection);
  }
}
