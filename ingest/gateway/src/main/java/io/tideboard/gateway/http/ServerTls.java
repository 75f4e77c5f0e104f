// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.tideboard.gateway.access.TlsSettings;
import io.tideboard.gateway.access.TlsSettings.Clients;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** TLS as it is configured: 1.2 and 1.3, and nothing older. */
public final class ServerTls {

  private final TlsSettings settings;
  private volatile SslContext context;

  /**
   * Reads certificate, key and the lists.
   *
   * @throws IllegalArgumentException naming the files of which one is no good
   */
  public ServerTls(TlsSettings settings) {
    this.settings = settings;
    this.context = read(settings);
  }

  /**
   * Reads the files anew, for connections from now on; those that are open stay.
   *
   * @throws IllegalArgumentException when one is no good; then what was read before stays
   */
  public void renew() {
    context = read(settings);
  }

  /** For the next connection. */
  SslContext context() {
    return context;
  }

  private static SslContext read(TlsSettings settings) {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(settings.certificate().toFile(), settings.key().toFile())
              .sslProvider(SslProvider.JDK)
              .protocols("TLSv1.3", "TLSv1.2");
      Clients clients = settings.clients();
      if (clients != null) {
        builder
            .trustManager(ClientTrust.in(clients))
            .clientAuth(clients.required() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL);
      }
      return builder.build();
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // The cause would name a file too, but might show what is in it.
      throw new IllegalArgumentException(
          "TLS with "
              + settings
              + " cannot be had: expected certificates in PEM, a key in PEM, PKCS#8, without a"
              + " password, and a list of revoked certificates in PEM or DER",
          e);
    }
  }
}
