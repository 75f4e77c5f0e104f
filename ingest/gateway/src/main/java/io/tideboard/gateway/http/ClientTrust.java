// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.tideboard.gateway.access.TlsSettings.Clients;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which certificates of senders are believed: those that the authority has signed (RFC 5280), and,
 * where it has a list of revoked ones, that are not in it. Nobody else is asked: a responder that
 * does not answer would keep everybody out, or let everybody in.
 */
final class ClientTrust {

  private static final String PKIX = "PKIX";

  private ClientTrust() {}

  static TrustManagerFactory in(Clients clients) throws IOException, GeneralSecurityException {
    CertificateFactory x509 = CertificateFactory.getInstance("X.509");
    PKIXBuilderParameters path =
        new PKIXBuilderParameters(anchors(x509, clients.authority()), new X509CertSelector());
    Path revoked = clients.revoked();
    path.setRevocationEnabled(revoked != null);
    if (revoked != null) {
      path.addCertStore(
          CertStore.getInstance(
              "Collection", new CollectionCertStoreParameters(lists(x509, revoked))));
      path.addCertPathChecker(byListsOnly());
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance(PKIX);
    trust.init(new CertPathTrustManagerParameters(path));
    return trust;
  }

  private static PKIXRevocationChecker byListsOnly() throws GeneralSecurityException {
    PKIXRevocationChecker checker =
        (PKIXRevocationChecker) CertPathBuilder.getInstance(PKIX).getRevocationChecker();
    checker.setOptions(Set.of(Option.PREFER_CRLS, Option.NO_FALLBACK));
    return checker;
  }

  private static Set<TrustAnchor> anchors(CertificateFactory x509, Path file)
      throws IOException, GeneralSecurityException {
    Set<TrustAnchor> anchors = new HashSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate certificate : x509.generateCertificates(in)) {
        anchors.add(new TrustAnchor((X509Certificate) certificate, null));
      }
    }
    return anchors;
  }

  private static Collection<? extends CRL> lists(CertificateFactory x509, Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends CRL> lists = x509.generateCRLs(in);
      if (lists.isEmpty()) {
        throw new IllegalArgumentException(file + " holds no list of revoked certificates");
      }
      return lists;
    }
  }
}
