// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.wallboard.access.Role;
import io.tideboard.wallboard.access.Token;
import io.tideboard.wallboard.access.Tokens;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets through whoever may see what it asks for. A token is shown in {@code Authorization: Bearer}
 * or in {@code X-Api-Key}, for the stream too: the page reads it with fetch, which can send
 * headers, while an address with a token in it ends up in histories and in the logs of proxies, and
 * a cookie is sent by whoever makes a browser send it.
 */
final class Guard {

  private static final String BEARER = "bearer ";

  /** What needs which role: the first beginning that fits. Everything else is the page itself. */
  private static final Map<String, Role> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put("/api/v1/journeys", Role.ADMIN);
    NEEDED.put("/api/v1/staffing", Role.PLANNER);
    NEEDED.put("/api/", Role.VIEWER);
    NEEDED.put("/metrics", Role.VIEWER);
  }

  private final Tokens tokens;

  Guard(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Before everything else. */
  void mount(Router router) {
    if (tokens.required()) {
      router.route().handler(this::admit);
    }
  }

  private void admit(RoutingContext request) {
    Role needed = needed(request.normalizedPath());
    if (needed != null) {
      require(needed, request);
    }
    request.next();
  }

  /** The role that a path needs; null for none. */
  static @Nullable Role needed(String path) {
    for (Map.Entry<String, Role> each : NEEDED.entrySet()) {
      if (path.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    return null;
  }

  private void require(Role needed, RoutingContext request) {
    String shown = shown(request);
    Token token = shown == null ? null : tokens.of(shown);
    if (token == null) {
      throw Refusal.of(
          RequestError.UNAUTHENTICATED,
          shown == null
              ? "no token: expected one of the role " + needed.wire()
              : "an unknown token: expected one of the role " + needed.wire());
    }
    if (!token.role().covers(needed)) {
      throw Refusal.of(
          RequestError.FORBIDDEN,
          "a token of the role " + token.role().wire() + ": expected one of " + needed.wire());
    }
  }

  private static @Nullable String shown(RoutingContext request) {
    String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return authorization.substring(BEARER.length()).strip();
    }
    return request.request().getHeader("X-Api-Key");
  }
}
