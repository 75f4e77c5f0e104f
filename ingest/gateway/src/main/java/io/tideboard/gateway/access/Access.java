// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.hooks.HookSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out who sends. For any number of threads. */
public final class Access {

  private static final String BEARER = "bearer ";

  private final InstantSource clock;
  private final boolean open;
  private final @Nullable Tokens tokens;
  private volatile Register register;

  /**
   * @param clock by which tokens expire
   * @throws IllegalArgumentException when the keys of the tokens' issuer cannot be read
   */
  public Access(AccessSettings settings, InstantSource clock) {
    this.clock = clock;
    this.open = !settings.needsCredential();
    this.register = new Register(settings.sources(), null);
    JwtSettings jwt = settings.jwt();
    this.tokens = jwt == null ? null : new Tokens(jwt, clock);
  }

  /**
   * Knows those sources from now on, by their keys, hooks and quotas, instead of the former ones.
   * What somebody has left of a quota that is the same stays.
   *
   * @throws IllegalArgumentException when nobody needed a credential before and somebody does now,
   *     or the other way round: where the gateway listens depends on it
   */
  public void renew(AccessSettings settings) {
    if (open == settings.needsCredential()) {
      throw new IllegalArgumentException(
          open
              ? "credentials where there were none: expected a new start of the gateway"
              : "no credential at all any more: expected at least one, or a new start");
    }
    register = new Register(settings.sources(), register);
  }

  /**
   * Reads the keys of the tokens' issuer anew. Tokens that were believed are not, until they are
   * shown again.
   *
   * @throws IllegalArgumentException when they cannot be read; then the former ones stay
   */
  public void renewTokens() {
    if (tokens != null) {
      tokens.renew();
    }
  }

  /** The hooks of all sources, by whose they are. */
  public Map<Caller, HookSettings> hooks() {
    return register.hooks();
  }

  /**
   * Whoever shows that credential; anybody where none is configured. A sender that shows several is
   * judged by its header, and by its certificate only when it has none.
   *
   * @throws AccessDenied when it may not send
   */
  public Caller caller(Credential credential) {
    if (open) {
      return Caller.ANONYMOUS;
    }
    List<String> authorization = credential.authorization();
    List<String> shown = credential.keys();
    if (authorization.size() + shown.size() > 1) {
      throw AccessDenied.unknown("several credentials: expected one");
    }
    if (!authorization.isEmpty()) {
      return bearer(authorization.get(0));
    }
    if (!shown.isEmpty()) {
      return owner(shown.get(0));
    }
    String certificate = credential.certificate();
    if (certificate == null) {
      throw AccessDenied.unknown("no credential: expected an API key or another one");
    }
    return source(certificate, "the certificate's common name")
        .validWhile(() -> register.caller(certificate) != null);
  }

  private Caller bearer(String authorization) {
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw AccessDenied.unknown("another scheme in Authorization: expected Bearer");
    }
    String token = authorization.substring(BEARER.length()).strip();
    Tokens known = tokens;
    if (known != null && Tokens.looksLikeOne(token)) {
      Tokens.Believed believed = known.believe(token);
      String subject = believed.subject();
      return source(subject, "the token's subject")
          .validWhile(() -> believed.holds(clock.instant()) && register.caller(subject) != null);
    }
    return owner(token);
  }

  private Caller owner(String key) {
    KeyHash hash = KeyHash.of(key);
    Caller owner = register.owner(hash);
    if (owner == null) {
      throw AccessDenied.unknown("an unknown credential: expected an API key of a source");
    }
    return owner.validWhile(() -> register.owner(hash) != null);
  }

  private Caller source(String name, String where) {
    Caller caller = register.caller(name);
    if (caller == null) {
      throw AccessDenied.stranger("'" + name + "' as " + where + ": expected a configured source");
    }
    return caller;
  }
}
