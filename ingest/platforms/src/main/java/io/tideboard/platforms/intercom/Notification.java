// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The envelope around everything that Intercom tells.
 *
 * @param topic such as {@code conversation.admin.closed}
 * @param body everything
 * @param item what it is about
 */
record Notification(String topic, Payload body, Payload item) {

  static Notification of(Payload body) {
    return new Notification(body.neededText("topic"), body, body.at("data").at("item"));
  }

  /** The same at every attempt to deliver it. */
  String id() {
    return body.neededText("id");
  }

  /** When it happened, to the second: attempts to deliver come later. */
  Instant at() {
    return DeskTimes.first(body, "created_at");
  }

  /** An id, or null where 0 or nothing stands for nobody. */
  static @Nullable String somebody(@Nullable String id) {
    return "0".equals(id) ? null : id;
  }
}
