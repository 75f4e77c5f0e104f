// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.JwtSettings;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.access.TlsSettings;
import io.tideboard.gateway.admission.QuotaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceConfigTest {

  private static final String SECRET = "a secret of the desk";
  private static final String DESK =
      """
      sources:
        desk:
          hook: {platform: zendesk, secret: "%s", names: {group-620: "Returns, and more"}}
      """
          .formatted(SECRET);

  @TempDir Path directory;

  @Test
  void aSourceHasKeysAndAQuota() throws IOException {
    String first = KeyHash.of("first").text();
    String next = KeyHash.of("next").text();
    SourceSettings crm =
        source(
            "crm",
            """
            sources:
              crm: {key: "%s", nextKey: "%s", eventsPerSecond: 500, bytesPerSecond: 1MiB}
            """
                .formatted(first, next));
    assertThat(crm)
        .isEqualTo(
            SourceSettings.of("crm")
                .with(KeyHash.of("first"), KeyHash.of("next"))
                .with(new QuotaSettings(500, 1024 * 1024)));
  }

  @Test
  void aSourceHasAHookWithNamesOfItsOwn() throws IOException {
    SourceSettings desk = source("desk", DESK);
    assertThat(desk.hook().platform()).isEqualTo("zendesk");
    assertThat(desk.hook().names()).isEqualTo(Map.of("group-620", "Returns, and more"));
    assertThat(desk.hook().secrets().active())
        .singleElement()
        .isEqualTo(SECRET.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aVariableAndAFlagReachASourceWhoseNameHasDots() throws IOException {
    Path file = file("sources:\n  desk.berlin:\n    hook: {platform: zendesk}\n");
    AccessSettings access =
        ConfigLoader.load(
                file,
                Map.of("TIDEBOARD_SOURCES_DESK_BERLIN_HOOK_SECRET", SECRET),
                List.of(Setting.parse("sources.desk.berlin.hook.names={\"1\":\"One\"}")))
            .config()
            .access();
    assertThat(access.sources().get("desk.berlin").hook().names()).containsEntry("1", "One");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ami | {host: 10.0.0.5, user: board, secret: s}
          queue_log | {file: queue_log, position: position, wrapUp: 10s}
          freeswitch | {host: 10.0.0.6, password: ClueCon}
          """)
  void aSourceHasAConnection(String kind, String settings) throws IOException {
    String key = kind.equals("queue_log") ? "queueLog" : kind;
    SourceSettings pbx = source("pbx", "sources:\n  pbx:\n    " + key + ": " + settings + "\n");
    assertThat(pbx.connection().kind()).isEqualTo(kind);
    assertThat(pbx.connection().source()).isEqualTo("pbx");
  }

  @Test
  void aConnectionAloneIsNoCredential() throws IOException {
    AccessSettings access =
        load("sources:\n  pbx:\n    queueLog: {file: log, position: kept}\n").config().access();
    assertThat(access.needsCredential()).isFalse();
    assertThat(access.connections()).hasSize(1);
  }

  @Test
  void tokensAndCertificatesAreCredentials() throws IOException {
    AccessSettings access =
        load("""
                gateway:
                  host: 0.0.0.0
                  publicUrl: https://events.example.org/
                  tls: {certificate: server.pem, key: server.key, clientCa: ca.pem, clientRevoked: ca.crl}
                  jwt: {algorithm: ES256, issuer: login, audience: board, keys: issuer.pem}
                """)
            .config()
            .access();
    assertThat(access.tls())
        .isEqualTo(
            TlsSettings.of(Path.of("server.pem"), Path.of("server.key"))
                .with(new TlsSettings.Clients(Path.of("ca.pem"), false, Path.of("ca.crl"))));
    assertThat(access.jwt())
        .isEqualTo(new JwtSettings("ES256", "login", "board", Path.of("issuer.pem")));
    assertThat(access.publicUrl()).isEqualTo("https://events.example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          key: abc | sources.x.key: 3 characters: expected sha256: and 64 hexadecimal digits
          hook: {platform: aircall} | sources.x.hook.platform: 'aircall': expected one of amazon
          hook: {platform: zendesk} | sources.x.hook.secret: nothing: expected at least 16
          hook: {secret: a-long-enough-secret} | sources.x.hook.platform: nothing: expected one of
          hook: {platform: zendesk, secret: short} | sources.x.hook.secret: 5 characters: expected
          hook: {platfrom: zendesk} | the nearest is sources.x.hook.platform
          ami: {host: pbx} | sources.x.ami.user: nothing: expected some text
          ami: {host: pbx, user: u, secret: s, port: 0} | sources.x.ami.port: '0': expected a whole
          queueLog: {file: log} | sources.x.queueLog.position: nothing: expected a file
          queueLog: {file: log, position: log} | expected another file than the log
          queueLog: {file: log, position: p, wrapUp: 2h} | expected a duration from 0s to 1h
          freeswitch: {host: h} | sources.x.freeswitch.password: nothing: expected one or more
          eventsPerSecond: -1 | sources.x.eventsPerSecond: '-1': expected a whole number from 0
          """)
  void whatIsNoGoodIsNamedWithWhatWasExpected(String setting, String message) {
    assertThatThrownBy(() -> load("sources:\n  x:\n    " + setting + "\n"))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining(message);
  }

  @Test
  void oneSourceHasOneConnection() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    sources:
                      pbx:
                        ami: {host: h, user: u, secret: s}
                        queueLog: {file: log, position: kept}
                    """))
        .hasMessageContaining("sources.pbx: nothing: expected one of ami, queueLog and freeswitch");
  }

  @Test
  void everybodyMayReachAGatewayOnlyWhereSomebodyHasACredential() throws IOException {
    assertThatThrownBy(() -> load("gateway: {host: 0.0.0.0}\n"))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("gateway.host: '0.0.0.0': expected 127.0.0.1")
        .hasMessageContaining("or a credential");
    assertThat(load("gateway: {host: 0.0.0.0}\n" + DESK).config().gateway().host())
        .isEqualTo("0.0.0.0");
    assertThat(load("gateway: {host: localhost}\n").config().access().needsCredential()).isFalse();
  }

  @Test
  void noSecretIsEverPrinted() throws IOException {
    String yaml =
        load(DESK
                + """
                      pbx:
                        ami: {host: h, user: board, secret: the-managers-secret}
                      switch:
                        freeswitch: {host: h, password: the-switchs-password}
                    """)
            .yaml();
    assertThat(yaml)
        .contains("(hidden)", "group-620", "board")
        .doesNotContain(SECRET, "the-managers-secret", "the-switchs-password");
    assertThatThrownBy(() -> load(DESK.replace("secret:", "sercet:")))
        .hasMessageContaining("the nearest is sources.desk.hook.secret")
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(
            () ->
                ConfigLoader.load(
                    null, Map.of("TIDEBOARD_GATEWAY_PSEUDONYMKEI", SECRET), List.of()))
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void whatIsPrintedOfASourceWithAKeyIsReadBackAsTheSame() throws IOException {
    String written = "sources:\n  crm: {key: \"" + KeyHash.of("k").text() + "\"}\n";
    ConfigLoader.Loaded first = load(written);
    assertThat(load(first.yaml())).isEqualTo(first);
  }

  private SourceSettings source(String name, String yaml) throws IOException {
    return load(yaml).config().access().sources().get(name);
  }

  private ConfigLoader.Loaded load(String yaml) throws IOException {
    return ConfigLoader.load(file(yaml), Map.of(), List.of());
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("test.yaml"), yaml);
  }
}
