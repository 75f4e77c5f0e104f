// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.telephony;

import io.tideboard.events.Limits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identities out of what a telephone system says: the same parts give the same id. */
public final class EventIds {

  private static final int DIGEST = 32;

  private EventIds() {}

  /** The parts, joined by slashes, as {@link #fit} leaves them. */
  public static String of(Object... parts) {
    StringBuilder id = new StringBuilder();
    for (Object part : parts) {
      id.append(id.length() == 0 ? "" : "/").append(part);
    }
    return fit(id.toString());
  }

  /**
   * A name that fits into an event: without control characters, and of at most 128 characters. What
   * is longer keeps its beginning and gets a digest of the whole, so that two stay two.
   */
  public static String fit(String name) {
    String clean = Texts.clean(name);
    if (clean.length() <= Limits.ID) {
      return clean;
    }
    String head = Texts.clean(clean.substring(0, Limits.ID - DIGEST - 1));
    return head + "~" + digest(clean);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
