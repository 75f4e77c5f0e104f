// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;

/** How large one record may be: Kafka refuses more than a mebibyte with what it adds. */
final class RecordSize {

  static final int MOST = 1000 * 1000;

  private RecordSize() {}

  static byte[] checked(byte[] value) {
    if (value.length > MOST) {
      throw new InvalidEvent(
          ErrorCode.TOO_LONG,
          null,
          value.length + " bytes",
          "an event of at most " + MOST + " bytes when encoded");
    }
    return value;
  }
}
