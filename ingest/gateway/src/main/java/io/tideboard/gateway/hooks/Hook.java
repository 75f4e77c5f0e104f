// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import io.tideboard.events.InvalidEvent;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.standard.StandardWebhooks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One source's webhook. For any number of threads. */
public final class Hook {

  private final String platformName;
  private final Caller caller;
  private final @Nullable Platform platform;
  private final SignatureScheme scheme;
  private final Secrets secrets;

  private Hook(Caller caller, HookSettings settings) {
    this.platformName = settings.platform();
    this.caller = caller;
    this.platform = KnownPlatforms.of(platformName, settings.names());
    this.scheme = platform == null ? new StandardWebhooks() : platform.signature();
    this.secrets = settings.secrets();
  }

  static Hook of(Caller caller, HookSettings settings) {
    return new Hook(caller, settings);
  }

  /** The platform that calls it. */
  public String platform() {
    return platformName;
  }

  /** On whose behalf. */
  public Caller caller() {
    return caller;
  }

  /** Whether its bodies hold events as they are, so that nothing is translated. */
  public boolean isOwnForm() {
    return platform == null;
  }

  /** Whether a delivery is genuine. */
  Verdict check(Delivery delivery, Instant now) {
    return scheme.check(delivery, secrets, now);
  }

  /** By what a repetition is recognised; null when it cannot be. */
  @Nullable String mark(Delivery delivery) {
    return scheme.mark(delivery);
  }

  /**
   * What a genuine delivery tells.
   *
   * @throws InvalidEvent when it cannot be read
   */
  Translation translate(Delivery delivery) {
    if (platform == null) {
      throw new IllegalStateException("a hook of " + platformName + " translates nothing");
    }
    return platform.translate(delivery);
  }
}
