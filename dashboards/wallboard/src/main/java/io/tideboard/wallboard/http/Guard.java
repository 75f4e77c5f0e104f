// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.wallboard.access.Role;
import io.tideboard.wallboard.access.Token;
import io.tideboard.wallboard.access.Tokens;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets through whoever may see what it asks for. A token is shown in {@code Authorization: Bearer},
 * in {@code X-Api-Key}, or in the cookie that {@link SessionCalls} sets: an EventSource can set no
 * header, and an address with a token in it ends up in histories and in the logs of proxies.
 */
final class Guard {

  static final String COOKIE = "tideboard_token";

  private static final String BEARER = "bearer ";
  private static final String SIGN_IN = "/signin.html";

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
    String path = request.normalizedPath();
    Role needed = path.equals(SessionCalls.PATH) ? null : needed(path);
    if (needed != null) {
      require(needed, request);
    } else if ((path.equals("/") || path.equals("/index.html")) && !knows(request)) {
      request.reroute(SIGN_IN);
      return;
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
    Token token = token(request);
    if (token == null) {
      throw Refusal.of(
          RequestError.UNAUTHENTICATED,
          shown(request) == null
              ? "no token: expected one of the role " + needed.wire()
              : "an unknown token: expected one of the role " + needed.wire());
    }
    if (!token.role().covers(needed)) {
      throw Refusal.of(
          RequestError.FORBIDDEN,
          "a token of the role " + token.role().wire() + ": expected one of " + needed.wire());
    }
  }

  private boolean knows(RoutingContext request) {
    return token(request) != null;
  }

  /** Whose token is shown; null when there is none, or nobody's. */
  @Nullable Token token(RoutingContext request) {
    String shown = shown(request);
    return shown == null ? null : tokens.of(shown);
  }

  private static @Nullable String shown(RoutingContext request) {
    String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return authorization.substring(BEARER.length()).strip();
    }
    String key = request.request().getHeader("X-Api-Key");
    if (key != null) {
      return key;
    }
    Cookie cookie = request.request().getCookie(COOKIE);
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }
}
