// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.events.WireName;

/** What a queue promises to a contact. */
public enum PromiseKind implements WireName {
  /** Whoever stays on the line is answered within the threshold. */
  WAIT,
  /** A question on an asynchronous channel gets its first response within the threshold. */
  FIRST_RESPONSE,
  /** The issue of an asynchronous contact is resolved within the time that is promised for it. */
  RESOLUTION
}
