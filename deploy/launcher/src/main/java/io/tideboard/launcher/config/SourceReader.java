// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.admission.QuotaSettings;
import io.tideboard.gateway.hooks.HookSettings;
import io.tideboard.gateway.pull.ConnectionSettings;
import io.tideboard.platforms.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one source: its keys, its hook, its connection, and how much it may send. */
final class SourceReader {

  private static final int LONGEST_NAME = 128;
  private static final ValueType<Integer> RATE = ValueType.wholeNumber(0, 1_000_000_000);
  private static final ValueType<Long> BYTES = ByteSize.type(0, 1L << 40);
  private static final ValueType<String> PLATFORM = ValueType.oneOf(HookSettings.PLATFORMS);

  private final Sources sources;

  SourceReader(Sources sources) {
    this.sources = sources;
  }

  /** The source of that name; empty when something about it is no good. */
  Optional<SourceSettings> read(String name) {
    Key at = new Key(Key.SOURCES, name, "");
    List<KeyHash> keys = new ArrayList<>();
    sources.read(at.named("key"), ValueType.KEY_HASH).ifPresent(keys::add);
    sources.read(at.named("nextKey"), ValueType.KEY_HASH).ifPresent(keys::add);
    int events = sources.read(at.named("eventsPerSecond"), RATE).orElse(0);
    long bytes = sources.read(at.named("bytesPerSecond"), BYTES).orElse(0L);
    @Nullable HookSettings hook = hook(at);
    @Nullable ConnectionSettings connection = new ConnectionReader(sources, at).read();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      sources.refuse(at, "a name of 1 to " + LONGEST_NAME + " characters");
      return Optional.empty();
    }
    return Optional.of(
        new SourceSettings(name, keys, hook, new QuotaSettings(events, bytes), connection));
  }

  private @Nullable HookSettings hook(Key at) {
    Key platform = at.named("hook.platform");
    Key secret = at.named("hook.secret");
    Key next = at.named("hook.nextSecret");
    Key names = at.named("hook.names");
    if (!sources.sayAnyOf(platform, secret, next, names)) {
      return null;
    }
    Optional<String> calls = sources.need(platform, PLATFORM);
    Optional<Secret> first = sources.need(secret, ValueType.SECRET);
    List<byte[]> active = new ArrayList<>();
    first.filter(given -> !given.isEmpty()).ifPresent(given -> active.add(given.bytes()));
    sources
        .read(next, ValueType.SECRET)
        .filter(given -> !given.isEmpty())
        .ifPresent(given -> active.add(given.bytes()));
    Map<String, String> told = sources.read(names, ValueType.NAMES).orElse(Map.of());
    return calls.isPresent() && !active.isEmpty()
        ? new HookSettings(calls.get(), new Secrets(active), told)
        : null;
  }
}
