// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import io.tideboard.gateway.access.Access;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.FileWatch;
import io.tideboard.gateway.access.JwtSettings;
import io.tideboard.gateway.access.TlsSettings;
import io.tideboard.gateway.hooks.Hooks;
import io.tideboard.gateway.http.ServerTls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gateway takes anew while it runs, when the file has changed in which it stands. */
record Renewals(Access access, Hooks hooks, @Nullable ServerTls tls) {

  static void watch(FileWatch files, GatewaySettings settings, Renewals renewals) {
    JwtSettings jwt = settings.access().jwt();
    if (jwt != null) {
      files.over("the tokens' keys", List.of(jwt.keys()), renewals.access::renewTokens);
    }
    TlsSettings tls = settings.access().tls();
    ServerTls encrypted = renewals.tls;
    if (tls != null && encrypted != null) {
      files.over("certificates", tls.files(), encrypted::renew);
    }
    SourcesFile sources = settings.sourcesFile();
    if (sources != null) {
      files.over(
          "the sources", List.of(sources.file()), () -> renewals.sources(sources.read().get()));
    }
    files.start();
  }

  private void sources(AccessSettings settings) {
    access.renew(settings);
    hooks.renew(access.hooks());
  }
}
