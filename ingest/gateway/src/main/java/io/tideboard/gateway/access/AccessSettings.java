// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import io.tideboard.gateway.pull.ConnectionSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may send, and how they prove it.
 *
 * @param sources by name; a credential is of one of these
 * @param jwt which tokens are believed; null for none
 * @param tls null for plain HTTP
 * @param publicUrl how the outside reaches the gateway, such as {@code https://in.example.org},
 *     which some platforms sign; null for what requests say themselves
 */
public record AccessSettings(
    Map<String, SourceSettings> sources,
    @Nullable JwtSettings jwt,
    @Nullable TlsSettings tls,
    @Nullable String publicUrl) {

  /** No source has a credential, and nobody needs one. */
  public static final AccessSettings OPEN = new AccessSettings(Map.of(), null, null, null);

  public AccessSettings {
    sources = Map.copyOf(sources);
    publicUrl = publicUrl == null ? null : publicUrl.replaceFirst("/+$", "");
  }

  /** The same, for those sources. */
  public AccessSettings with(SourceSettings... sources) {
    Map<String, SourceSettings> byName = new LinkedHashMap<>();
    List.of(sources).forEach(source -> byName.put(source.name(), source));
    return new AccessSettings(byName, jwt, tls, publicUrl);
  }

  /** The same, believing those tokens. */
  public AccessSettings with(JwtSettings jwt) {
    return new AccessSettings(sources, jwt, tls, publicUrl);
  }

  /** The same, over TLS. */
  public AccessSettings with(TlsSettings tls) {
    return new AccessSettings(sources, jwt, tls, publicUrl);
  }

  /** The same, reached at that address. */
  public AccessSettings at(String publicUrl) {
    return new AccessSettings(sources, jwt, tls, publicUrl);
  }

  /** The connections that the gateway opens itself. */
  public List<ConnectionSettings> connections() {
    List<ConnectionSettings> connections = new ArrayList<>();
    for (SourceSettings source : sources.values()) {
      if (source.connection() != null) {
        connections.add(source.connection());
      }
    }
    return connections;
  }

  /** The files that are read to know who may send. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (jwt != null) {
      files.add(jwt.keys());
    }
    if (tls != null) {
      files.addAll(tls.files());
    }
    return files;
  }

  /** Whether any credential is configured, so that nobody may send without one. */
  public boolean needsCredential() {
    return jwt != null
        || (tls != null && tls.clients() != null)
        || sources.values().stream()
            .anyMatch(source -> !source.keys().isEmpty() || source.hook() != null);
  }
}
