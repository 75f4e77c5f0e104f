// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and 1.3.
 *
 * @param certificate the server's, and those that lead to its root, in PEM
 * @param key its private key in PEM, PKCS#8 and not encrypted
 * @param clients which certificates of senders are believed; null when senders have none
 */
public record TlsSettings(Path certificate, Path key, @Nullable Clients clients) {

  /**
   * Certificates of senders, the common name of each a source.
   *
   * @param authority whoever signs them, in PEM
   * @param required whether nobody can connect without one
   * @param revoked the authority's list of those that are no longer good, in PEM or DER; null when
   *     it has none. Where there is one it must be of today: once its next update is due nobody is
   *     believed
   */
  public record Clients(Path authority, boolean required, @Nullable Path revoked) {}

  /** With that certificate, for senders without any. */
  public static TlsSettings of(Path certificate, Path key) {
    return new TlsSettings(certificate, key, null);
  }

  /** The same, for those senders. */
  public TlsSettings with(Clients clients) {
    return new TlsSettings(certificate, key, clients);
  }

  /** All files. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>(List.of(certificate, key));
    if (clients != null) {
      files.add(clients.authority);
      if (clients.revoked != null) {
        files.add(clients.revoked);
      }
    }
    return files;
  }
}
