// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.access.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsIT {

  @TempDir static Path directory;

  private static X509Bundle authority;
  private static Running running;

  @BeforeAll
  static void start() throws Exception {
    authority = builder("CN=authority").setIsCertificateAuthority(true).buildSelfSigned();
    X509Bundle server = builder("CN=server").addSanIpAddress("127.0.0.1").buildIssuedBy(authority);
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    TlsSettings tls =
        TlsSettings.of(
                Files.writeString(directory.resolve("server.pem"), server.getCertificatePathPEM()),
                Files.writeString(directory.resolve("server.key"), server.getPrivateKeyPEM()))
            .with(
                new TlsSettings.Clients(
                    Files.writeString(directory.resolve("ca.pem"), authority.getCertificatePEM()),
                    false,
                    null));
    running =
        Running.on(
            kafka,
            Running.settings(kafka)
                .with(AccessSettings.OPEN.with(SourceSettings.of("pbx")).with(tls)));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aCertificateOfTheAuthorityLetsInTheSourceThatItNames(String version) throws Exception {
    X509Bundle pbx = builder("CN=pbx, O=Example").buildIssuedBy(authority);
    HttpResponse<String> answer = send(pbx, version, Told.queued("tls-" + version));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.uri().getScheme()).isEqualTo("https");
  }

  @Test
  void aCertificateOfSomebodyElseIsForbidden() throws Exception {
    X509Bundle stranger = builder("CN=nobody").buildIssuedBy(authority);
    assertThat(send(stranger, "TLSv1.3", Told.queued("s-1")).statusCode()).isEqualTo(403);
  }

  @Test
  void withoutACertificateASenderNeedsAnotherCredential() throws Exception {
    assertThat(send(null, "TLSv1.3", Told.queued("w-1")).statusCode()).isEqualTo(401);
  }

  @Test
  void aCertificateThatTheAuthorityDidNotSignDoesNotConnect() throws Exception {
    // Of the same name, or the client would not even show what it signed.
    X509Bundle other = builder("CN=authority").setIsCertificateAuthority(true).buildSelfSigned();
    X509Bundle forged = builder("CN=pbx").buildIssuedBy(other);
    assertThatThrownBy(() -> send(forged, "TLSv1.2", Told.queued("x-1")))
        .isInstanceOf(IOException.class);
    assertThat(running.records(Topics.EVENTS))
        .noneMatch(
            record -> new String(record.value(), StandardCharsets.ISO_8859_1).contains("x-1"));
  }

  @Test
  void whoSpeaksWithoutEncryptionIsNotAnswered() throws IOException {
    try (Socket plain = new Socket("127.0.0.1", running.uri("/").getPort())) {
      plain.setSoTimeout(10_000);
      plain
          .getOutputStream()
          .write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = plain.getInputStream();
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
    }
  }

  @Test
  void aKeyThatIsNoneStopsTheStart() throws IOException {
    Path none = Files.writeString(directory.resolve("none.pem"), "no certificate");
    GatewaySettings settings =
        GatewaySettings.of(io.tideboard.gateway.publish.KafkaSettings.of("127.0.0.1:1"))
            .with(AccessSettings.OPEN.with(TlsSettings.of(none, none)));
    assertThatThrownBy(() -> Gateway.start(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.pem")
        .hasMessageContaining("PKCS#8");
  }

  private static HttpResponse<String> send(X509Bundle client, String version, String event)
      throws Exception {
    return new TlsSender(authority, client, version).post(running.uri("/v1/events"), event);
  }

  private static CertificateBuilder builder(String subject) {
    return new CertificateBuilder().subject(subject);
  }
}
