// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The values that all payloads of Connect write alike. */
final class Arns {

  /** What Connect writes for a time that is not set is within the first day of 1970. */
  private static final Instant UNSET_UNTIL = Instant.parse("1970-01-02T00:00:00Z");

  private Arns() {}

  /** The queue of an ARN and a name: told name, sent name, or the ARN's last part. */
  static @Nullable String queue(Names names, @Nullable String arn, @Nullable String name) {
    return names.of(id(arn, "/queue/"), name);
  }

  /** The agent of an ARN and a user name, likewise. */
  static @Nullable String agent(Names names, @Nullable String arn, @Nullable String name) {
    return names.of(id(arn, "/agent/"), name);
  }

  private static @Nullable String id(@Nullable String arn, String kind) {
    if (arn == null) {
      return null;
    }
    int at = arn.indexOf(kind);
    return at < 0 || at + kind.length() == arn.length() ? arn : arn.substring(at + kind.length());
  }

  /** The time of that name; null when it is absent or not set. */
  static @Nullable Instant time(Payload payload, String name) {
    Instant time = payload.time(name);
    return time == null || time.isBefore(UNSET_UNTIL) ? null : time;
  }
}
