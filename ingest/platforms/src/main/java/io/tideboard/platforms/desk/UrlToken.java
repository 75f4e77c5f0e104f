// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.support.Form;
import io.tideboard.platforms.support.Proof;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The secret itself as {@code token} in the query of the hook's address, for senders that can
 * neither sign nor set a header. Whoever logs addresses must leave the query out.
 */
public final class UrlToken {

  private static final String PARAMETER = "token";

  private UrlToken() {}

  /** Judges the token of a delivery's address. */
  public static Verdict check(Delivery delivery, Secrets secrets) {
    String token = token(delivery.url());
    return token == null
        ? Verdict.UNSIGNED
        : Proof.judge(token.getBytes(StandardCharsets.UTF_8), secrets, secret -> secret);
  }

  private static @Nullable String token(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return null;
    }
    int fragment = url.indexOf('#', query);
    try {
      return Form.of(url.substring(query + 1, fragment < 0 ? url.length() : fragment))
          .text(PARAMETER);
    } catch (InvalidEvent e) {
      return null;
    }
  }
}
