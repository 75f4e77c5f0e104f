// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.tideboard.events.InvalidEvent;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.admission.Translated;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Translation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The webhooks of all sources. For any number of threads. */
public final class Hooks {

  private volatile Map<String, Hook> bySource = Map.of();
  private final Repetitions repetitions = new Repetitions();
  private final HookCounters counters;

  /**
   * @param settings by whose they are
   */
  public Hooks(Map<Caller, HookSettings> settings, MeterRegistry metrics) {
    this.counters = new HookCounters(metrics);
    renew(settings);
  }

  /** Knows those from now on, instead of the former ones. */
  public void renew(Map<Caller, HookSettings> settings) {
    Map<String, Hook> renewed = new HashMap<>();
    settings.forEach(
        (caller, hook) -> {
          renewed.put(caller.source(), Hook.of(caller, hook));
          counters.expect(hook.platform());
        });
    bySource = renewed;
  }

  /** The hook at {@code /v1/hooks/platform/source}; null when there is none. */
  public @Nullable Hook at(String platform, String source) {
    Hook hook = bySource.get(source);
    return hook != null && hook.platform().equals(platform) ? hook : null;
  }

  /** Judges a delivery, and counts it. */
  public Outcome judge(Hook hook, Delivery delivery, Instant now) {
    Outcome outcome = Outcome.of(hook.check(delivery, now));
    if (outcome == Outcome.GENUINE && isRepeated(hook, delivery, now)) {
      outcome = Outcome.REPEATED;
    }
    counters.delivered(hook.platform(), outcome);
    return outcome;
  }

  /** What a genuine delivery tells. What is of no concern in it is counted. */
  public Translated read(Hook hook, Delivery delivery) {
    Translation told;
    try {
      told = hook.translate(delivery);
    } catch (InvalidEvent why) {
      return Translated.unreadable(why, delivery.body());
    }
    counters.ignored(hook.platform(), told.ignored());
    return new Translated(told.events(), told.refused(), null, delivery.body());
  }

  /** Remembers a delivery whose events are safe, so that it is not taken again. */
  public void taken(Hook hook, Delivery delivery, Instant now) {
    String mark = hook.mark(delivery);
    if (mark != null) {
      repetitions.remember(delivery.source(), mark, now);
    }
  }

  private boolean isRepeated(Hook hook, Delivery delivery, Instant now) {
    String mark = hook.mark(delivery);
    return mark != null && repetitions.has(delivery.source(), mark, now);
  }
}
