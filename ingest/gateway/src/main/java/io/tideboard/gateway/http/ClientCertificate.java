// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** The certificate with which a sender connected. */
final class ClientCertificate {

  private ClientCertificate() {}

  /** Its common name, when it was checked; null when there is none. */
  static @Nullable String commonName(SSLSession session) {
    try {
      if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        for (Rdn part : new LdapName(subject).getRdns()) {
          if (part.getType().equalsIgnoreCase("CN")) {
            return part.getValue().toString();
          }
        }
      }
      return null;
    } catch (SSLPeerUnverifiedException | InvalidNameException none) {
      return null;
    }
  }
}
