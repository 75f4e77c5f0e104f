// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.access.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, certificates and lists that change while the gateway runs. */
class RenewalIT {

  @TempDir static Path directory;

  private static X509Bundle authority;
  private static Running running;
  private static Path certificate;
  private static Path key;
  private static Path list;
  private static Path sources;
  private static int sent;

  @BeforeAll
  static void start() throws Exception {
    authority = builder("CN=authority").setIsCertificateAuthority(true).buildSelfSigned();
    X509Bundle server = server("first");
    certificate =
        Files.writeString(directory.resolve("server.pem"), server.getCertificatePathPEM());
    key = Files.writeString(directory.resolve("server.key"), server.getPrivateKeyPEM());
    list = Files.write(directory.resolve("ca.crl"), revoking());
    sources = Files.writeString(directory.resolve("sources"), "first");
    TlsSettings tls =
        TlsSettings.of(certificate, key)
            .with(
                new TlsSettings.Clients(
                    Files.writeString(directory.resolve("ca.pem"), authority.getCertificatePEM()),
                    false,
                    list));
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    running =
        Running.on(
            kafka,
            Running.settings(kafka)
                .with(access("first").with(tls))
                .with(new SourcesFile(sources, RenewalIT::written)));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void aKeyThatIsWrittenIntoTheFileHoldsAndOneThatIsGoneDoesNot() throws Exception {
    assertThat(withKey("first")).isEqualTo(202);
    assertThat(withKey("second")).isEqualTo(401);
    Files.writeString(sources, "second");
    await().untilAsserted(() -> assertThat(withKey("second")).isEqualTo(202));
    assertThat(withKey("first")).isEqualTo(401);
    try (LogLines log = LogLines.gathered()) {
      Files.writeString(sources, "bad");
      await().until(() -> log.lines().toString().contains("'bad': expected a key"));
    }
    assertThat(withKey("second")).isEqualTo(202);
    Files.writeString(sources, "first");
    await().untilAsserted(() -> assertThat(withKey("first")).isEqualTo(202));
  }

  @Test
  void aNewCertificateIsShownToWhoeverConnectsNext() throws Exception {
    X509Bundle next = server("next");
    Files.writeString(certificate, next.getCertificatePathPEM());
    // Until its key is there too, the former ones stay.
    assertThat(withKey("first")).isIn(202, 401);
    Files.writeString(key, next.getPrivateKeyPEM());
    await().untilAsserted(() -> assertThat(shown()).contains("next"));
  }

  @Test
  void aCertificateInTheListOfRevokedOnesLetsNobodyIn() throws Exception {
    X509Bundle pbx = builder("CN=pbx").buildIssuedBy(authority);
    X509Bundle other = builder("CN=pbx").buildIssuedBy(authority);
    assertThat(withCertificate(pbx)).isEqualTo(202);
    Files.write(list, revoking(pbx.getCertificate()));
    await().untilAsserted(() -> assertThat(withCertificate(pbx)).isZero());
    assertThat(withCertificate(other)).isEqualTo(202);
    try (LogLines log = LogLines.gathered()) {
      Files.writeString(list, "no list");
      await().until(() -> log.lines().toString().contains("what was read before stays"));
    }
    assertThat(withCertificate(pbx)).isZero();
    assertThat(withCertificate(other)).isEqualTo(202);
  }

  private static AccessSettings written() {
    try {
      String name = Files.readString(sources);
      if (name.equals("bad")) {
        throw new IllegalArgumentException("'bad': expected a key");
      }
      return access(name);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static AccessSettings access(String apiKey) {
    return AccessSettings.OPEN.with(SourceSettings.of("pbx").with(KeyHash.of(apiKey)));
  }

  private static int withKey(String apiKey) throws Exception {
    return new TlsSender(authority, null, "TLSv1.3")
        .post(running.uri("/v1/events"), next(), "X-Api-Key", apiKey)
        .statusCode();
  }

  /** The answer's status; 0 where no connection comes about. */
  private static int withCertificate(X509Bundle client) throws Exception {
    try {
      return new TlsSender(authority, client, "TLSv1.3")
          .post(running.uri("/v1/events"), next())
          .statusCode();
    } catch (IOException refused) {
      return 0;
    }
  }

  /** Who the server says it is. */
  private static String shown() throws Exception {
    return new TlsSender(authority, null, "TLSv1.3")
        .post(running.uri("/v1/events"), next())
        .sslSession()
        .orElseThrow()
        .getPeerPrincipal()
        .getName();
  }

  private static String next() {
    return Told.queued("renewal-" + sent++);
  }

  private static X509Bundle server(String name) throws Exception {
    return builder("CN=" + name).addSanIpAddress("127.0.0.1").buildIssuedBy(authority);
  }

  private static byte[] revoking(X509Certificate... revoked) throws Exception {
    Instant now = Instant.now();
    var crl = new JcaX509v2CRLBuilder(authority.getCertificate(), Date.from(now.minusSeconds(60)));
    crl.setNextUpdate(Date.from(now.plusSeconds(3600)));
    for (X509Certificate one : revoked) {
      crl.addCRLEntry(one.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
    }
    var signer = new JcaContentSignerBuilder("SHA256withECDSA");
    return crl.build(signer.build(authority.getKeyPair().getPrivate())).getEncoded();
  }

  private static CertificateBuilder builder(String subject) {
    return new CertificateBuilder().subject(subject);
  }
}
