// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.tideboard.gateway.access.TlsSettings;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** TLS as it is configured: 1.2 and 1.3, and nothing older. */
public final class ServerTls {

  private ServerTls() {}

  /**
   * Reads certificate and key.
   *
   * @throws IllegalArgumentException naming the file that is no good
   */
  public static SslContext of(TlsSettings settings) {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(settings.certificate().toFile(), settings.key().toFile())
              .sslProvider(SslProvider.JDK)
              .protocols("TLSv1.3", "TLSv1.2");
      Path clientCa = settings.clientCa();
      if (clientCa != null) {
        builder
            .trustManager(clientCa.toFile())
            .clientAuth(settings.clientRequired() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL);
      }
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      // The cause would name a file too, but might show what is in it.
      throw new IllegalArgumentException(
          "TLS with "
              + settings
              + " cannot be had: expected certificates in PEM, and a key in PEM, PKCS#8, without a"
              + " password",
          e);
    }
  }
}
