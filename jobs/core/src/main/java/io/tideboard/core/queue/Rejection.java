// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.events.WireName;

/** Why an accepted event is not counted after all: a closed list. The event itself is kept. */
public enum Rejection implements WireName {
  /** It was received later after it happened than is allowed. */
  TOO_LATE,
  /** More is known of its interaction than of any that is real. */
  TOO_MANY_MOMENTS
}
