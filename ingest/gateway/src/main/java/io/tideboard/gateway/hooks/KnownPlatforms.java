// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import io.tideboard.platforms.Platform;
import io.tideboard.platforms.chatwoot.Chatwoot;
import io.tideboard.platforms.connect.AmazonConnect;
import io.tideboard.platforms.freshdesk.Freshdesk;
import io.tideboard.platforms.genesys.GenesysCloud;
import io.tideboard.platforms.intercom.Intercom;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.twilio.TwilioTaskRouter;
import io.tideboard.platforms.zendesk.Zendesk;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which platforms have a hook. */
final class KnownPlatforms {

  /** Whoever sends Tideboard's own form and signs it as Standard Webhooks are signed. */
  static final String STANDARD = "standard";

  private static final Map<String, Function<Names, Platform>> BY_NAME =
      Map.of(
          "amazon-connect", AmazonConnect::new,
          "genesys", GenesysCloud::new,
          "twilio", TwilioTaskRouter::new,
          "zendesk", Zendesk::new,
          "chatwoot", Chatwoot::new,
          "intercom", Intercom::new,
          "freshdesk", Freshdesk::new);

  static final List<String> NAMES =
      Stream.concat(BY_NAME.keySet().stream(), Stream.of(STANDARD)).sorted().toList();

  private KnownPlatforms() {}

  /** The platform of that name; null for {@link #STANDARD}, of which nothing is translated. */
  static @Nullable Platform of(String name, Map<String, String> names) {
    Function<Names, Platform> platform = BY_NAME.get(name);
    return platform == null ? null : platform.apply(Names.of(names));
  }
}
