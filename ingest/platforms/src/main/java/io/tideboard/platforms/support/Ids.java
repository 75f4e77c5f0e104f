// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.events.Limits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids and names of at most 128 characters out of what a platform sends: always the same from the
 * same, so that a fact told twice is recognised.
 */
public final class Ids {

  private static final int DIGEST = 32;
  private static final int KEPT = Limits.ID - DIGEST - 1;

  private Ids() {}

  /** The parts with colons between them, as in {@code contact:queued:1596561234}. */
  public static String of(Object... parts) {
    StringBuilder id = new StringBuilder();
    for (Object part : parts) {
      id.append(id.length() == 0 ? "" : ":").append(part);
    }
    return fitting(id.toString());
  }

  /** The name as it is, or its beginning and a digest of the whole when it is too long. */
  public static String fitting(String name) {
    if (name.length() <= Limits.ID) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
    return name.substring(0, end) + "~" + digest(name);
  }

  private static String digest(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
