// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and 1.3.
 *
 * @param certificate the server's, and those that lead to its root, in PEM
 * @param key its private key in PEM, PKCS#8 and not encrypted
 * @param clientCa whoever signs the certificates of senders, in PEM: then the common name of one is
 *     a source; null when senders have none
 * @param clientRequired whether nobody can connect without one
 */
public record TlsSettings(
    Path certificate, Path key, @Nullable Path clientCa, boolean clientRequired) {

  public TlsSettings {
    if (clientRequired && clientCa == null) {
      throw new IllegalArgumentException(
          "client certificates are required: expected a clientCa that has signed them");
    }
  }
}
