// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertSeverity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What one receiver is to be told.
 *
 * @param page the id of the episode under which the receiver knows it: at every step the same
 * @param episode as it stands
 * @param before the severity that the receiver was told before; of the first notice its own
 */
record Notice(NoticeKind kind, String page, AlertEpisode episode, AlertSeverity before) {

  private static final int ENOUGH_BYTES = 16;

  /** The same at every attempt and after every restart, and in letters that any header takes. */
  String deliveryId() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8));
      return "alert_" + HexFormat.of().formatHex(hash, 0, ENOUGH_BYTES) + "_" + kind.wire();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
