// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For platforms that sign nothing: the secret itself comes along, in a header of its own, as a
 * bearer token, or as the password of basic authentication (whatever the user's name).
 */
public final class SharedSecret implements SignatureScheme {

  private static final String AUTHORIZATION = "authorization";

  private final List<String> headers;

  /**
   * A scheme that looks into those headers before it looks into {@code Authorization}.
   *
   * @param headers names in lower case
   */
  public SharedSecret(String... headers) {
    this.headers = List.of(headers);
  }

  @Override
  public Verdict check(Delivery delivery, Secrets secrets, Instant now) {
    for (String header : headers) {
      String value = delivery.header(header);
      if (value != null) {
        return Proof.judge(value.getBytes(StandardCharsets.UTF_8), secrets, secret -> secret);
      }
    }
    String authorization = delivery.header(AUTHORIZATION);
    return authorization == null
        ? Verdict.UNSIGNED
        : Proof.judge(credential(authorization), secrets, secret -> secret);
  }

  private static byte @Nullable [] credential(String authorization) {
    int space = authorization.indexOf(' ');
    if (space < 0) {
      return authorization.getBytes(StandardCharsets.UTF_8);
    }
    String rest = authorization.substring(space + 1).trim();
    return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "bearer" -> rest.getBytes(StandardCharsets.UTF_8);
      case "basic" -> password(rest);
      default -> null;
    };
  }

  private static byte @Nullable [] password(String encoded) {
    byte[] pair = Proof.base64(encoded);
    if (pair == null) {
      return null;
    }
    int colon = 0;
    while (colon < pair.length && pair[colon] != ':') {
      colon++;
    }
    return colon == pair.length ? null : java.util.Arrays.copyOfRange(pair, colon + 1, pair.length);
  }
}
