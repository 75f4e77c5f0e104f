// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tideboard.wallboard.access.Role;
import io.tideboard.wallboard.access.Token;
import io.tideboard.wallboard.access.Tokens;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/session}: a browser hands in its token once, and shows it from then on as a cookie
 * that no script can read and no other site can send.
 */
final class SessionCalls {

  static final String PATH = "/api/v1/session";

  private static final int LONGEST = 4096;
  private static final Duration KEPT = Duration.ofDays(90);
  private static final JsonFactory JSON = new JsonFactory();

  private final Tokens tokens;
  private final Guard guard;

  SessionCalls(Tokens tokens, Guard guard) {
    this.tokens = tokens;
    this.guard = guard;
  }

  void mount(Router router) {
    router.get(PATH).handler(this::who);
    router.post(PATH).handler(this::begin);
    router.delete(PATH).handler(this::end);
  }

  private void who(RoutingContext request) {
    Query.of(request);
    tell(request, guard.token(request));
  }

  private void begin(RoutingContext request) {
    Query.of(request);
    String length = request.request().getHeader("Content-Length");
    if (length == null || length.length() > 4 || Integer.parseInt(length) > LONGEST) {
      throw Refusal.of(
          RequestError.MALFORMED_REQUEST,
          "Content-Length " + length + ": expected a body of at most " + LONGEST + " bytes");
    }
    request
        .request()
        .body()
        .onSuccess(
            body -> {
              try {
                begin(request, body);
              } catch (Refusal refusal) {
                request.fail(refusal);
              }
            })
        .onFailure(request::fail);
  }

  private void begin(RoutingContext request, Buffer body) {
    String shown = tokenIn(body);
    Token token = tokens.of(shown);
    if (tokens.required() && token == null) {
      throw Refusal.of(
          RequestError.UNAUTHENTICATED, "an unknown token: expected one that is configured");
    }
    if (token != null) {
      request.response().addCookie(cookie(shown, request).setMaxAge(KEPT.toSeconds()));
    }
    tell(request, token);
  }

  private void end(RoutingContext request) {
    Query.of(request);
    request.response().addCookie(cookie("", request).setMaxAge(0));
    request.response().setStatusCode(204).end();
  }

  private static Cookie cookie(String value, RoutingContext request) {
    return Cookie.cookie(Guard.COOKIE, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure("https".equals(request.request().getHeader("X-Forwarded-Proto")));
  }

  private void tell(RoutingContext request, @Nullable Token token) {
    Role role = tokens.required() ? (token == null ? null : token.role()) : Role.ADMIN;
    Answers.passing(
        request,
        json -> {
          json.writeBooleanField("required", tokens.required());
          json.writeStringField("name", token == null ? null : token.name());
          json.writeStringField("role", role == null ? null : role.wire());
        });
  }

  /** The token in {@code {"token": "..."}}. */
  private static String tokenIn(Buffer body) {
    try (JsonParser json = JSON.createParser(body.getBytes())) {
      String found = null;
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean wanted = json.currentName().equals("token");
          if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
            found = json.getText();
          } else {
            json.skipChildren();
          }
        }
      }
      if (found != null) {
        return found;
      }
    } catch (IOException e) {
      // The body may hold a secret, and so may what the parser says of it.
      throw Refusal.of(RequestError.MALFORMED_REQUEST, "the body: expected well-formed JSON");
    }
    throw Refusal.of(RequestError.MALFORMED_REQUEST, "no token in the body: expected one");
  }
}
