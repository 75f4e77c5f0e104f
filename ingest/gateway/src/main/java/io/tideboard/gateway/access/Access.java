// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.admission.Quota;
import io.tideboard.gateway.hooks.HookSettings;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out who sends. For any number of threads. */
public final class Access {

  private static final String BEARER = "bearer ";

  private final InstantSource clock;
  private final boolean open;
  private final Map<String, Caller> callers = new HashMap<>();
  private final Map<Caller, HookSettings> hooks = new HashMap<>();
  private final ApiKeys keys = new ApiKeys();
  private final @Nullable Tokens tokens;

  /**
   * @param clock by which tokens expire
   * @throws IllegalArgumentException when the keys of the tokens' issuer cannot be read
   */
  public Access(AccessSettings settings, InstantSource clock) {
    this.clock = clock;
    this.open = !settings.needsCredential();
    settings.sources().values().forEach(this::add);
    JwtSettings jwt = settings.jwt();
    this.tokens = jwt == null ? null : new Tokens(jwt, clock);
  }

  /** The hooks of all sources, by whose they are. */
  public Map<Caller, HookSettings> hooks() {
    return hooks;
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
      return keys.owner(shown.get(0));
    }
    String certificate = credential.certificate();
    if (certificate == null) {
      throw AccessDenied.unknown("no credential: expected an API key or another one");
    }
    return source(certificate, "the certificate's common name");
  }

  private void add(SourceSettings source) {
    Caller caller = Caller.of(source.name(), new Quota(source.quota(), System::nanoTime));
    callers.put(source.name(), caller);
    source.keys().forEach(key -> keys.add(key, caller));
    HookSettings hook = source.hook();
    if (hook != null) {
      hooks.put(caller, hook);
    }
  }

  private Caller bearer(String authorization) {
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw AccessDenied.unknown("another scheme in Authorization: expected Bearer");
    }
    String token = authorization.substring(BEARER.length()).strip();
    if (tokens != null && Tokens.looksLikeOne(token)) {
      Tokens.Believed believed = tokens.believe(token);
      return source(believed.subject(), "the token's subject")
          .validWhile(() -> believed.holds(clock.instant()));
    }
    return keys.owner(token);
  }

  private Caller source(String name, String where) {
    Caller caller = callers.get(name);
    if (caller == null) {
      throw AccessDenied.stranger("'" + name + "' as " + where + ": expected a configured source");
    }
    return caller;
  }
}
