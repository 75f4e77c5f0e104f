// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.JwtSettings;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.access.TlsSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who may send. */
final class AccessReader {

  private static final String GATEWAY = "gateway";
  private static final Key HOST = Key.of(GATEWAY, "host");

  private final Sources sources;

  AccessReader(Sources sources) {
    this.sources = sources;
  }

  AccessSettings read() {
    SourceReader reader = new SourceReader(sources);
    Map<String, SourceSettings> byName = new LinkedHashMap<>();
    for (String source : sources.items(Key.SOURCES)) {
      reader.read(source).ifPresent(settings -> byName.put(source, settings));
    }
    String publicUrl = sources.read(key("publicUrl"), ValueType.ADDRESS).orElse(null);
    AccessSettings access = new AccessSettings(byName, jwt(), tls(), publicUrl);
    if (!access.needsCredential()) {
      requireLoopback();
    }
    return access;
  }

  private @Nullable JwtSettings jwt() {
    ValueType<String> algorithm = ValueType.oneOf(JwtSettings.ALGORITHMS);
    Key[] all = {key("jwt.algorithm"), key("jwt.issuer"), key("jwt.audience"), key("jwt.keys")};
    if (!sources.sayAnyOf(all)) {
      return null;
    }
    Optional<String> signedBy = sources.need(all[0], algorithm);
    Optional<String> issuer = sources.need(all[1], ValueType.TEXT);
    Optional<String> audience = sources.need(all[2], ValueType.TEXT);
    Optional<Path> keys = sources.need(all[3], ValueType.FILE);
    boolean complete = Stream.of(signedBy, issuer, audience, keys).allMatch(Optional::isPresent);
    return complete
        ? new JwtSettings(signedBy.get(), issuer.get(), audience.get(), keys.get())
        : null;
  }

  private @Nullable TlsSettings tls() {
    Key clientCa = key("tls.clientCa");
    Key required = key("tls.clientRequired");
    Key revoked = key("tls.clientRevoked");
    if (!sources.sayAnyOf(key("tls.certificate"), key("tls.key"), clientCa, required, revoked)) {
      return null;
    }
    Optional<Path> certificate = sources.need(key("tls.certificate"), ValueType.FILE);
    Optional<Path> key = sources.need(key("tls.key"), ValueType.FILE);
    Path authority = sources.read(clientCa, ValueType.FILE).orElse(null);
    boolean demanded = sources.read(required, ValueType.SWITCH).orElse(false);
    Path list = sources.read(revoked, ValueType.FILE).orElse(null);
    if (authority == null && demanded) {
      sources.refuse(required, "true only with a clientCa that has signed the certificates");
    }
    if (authority == null && list != null) {
      sources.refuse(revoked, "a list only with a clientCa that has signed the certificates");
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      return null;
    }
    return new TlsSettings(
        certificate.get(),
        key.get(),
        authority == null ? null : new TlsSettings.Clients(authority, demanded, list));
  }

  /** Whoever cannot be told from anybody else may send from this machine only. */
  private void requireLoopback() {
    String host = sources.read(HOST, ValueType.TEXT).orElse("");
    try {
      if (!host.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress()) {
        sources.refuse(
            HOST,
            "127.0.0.1 or another loopback address, or a credential: a key of a source, a hook's"
                + " secret, gateway.jwt or gateway.tls.clientCa");
      }
    } catch (UnknownHostException e) {
      return; // whoever listens there will say so
    }
  }

  private static Key key(String name) {
    return Key.of(GATEWAY, name);
  }
}
