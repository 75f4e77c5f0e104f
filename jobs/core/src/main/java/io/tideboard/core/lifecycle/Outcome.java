// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.events.WireName;

/** How a queue visit stands or ended. It ends exactly once. */
public enum Outcome implements WireName {
  WAITING,
  ANSWERED,
  ABANDONED,
  FLOWED_OUT,
  CALLBACK,
  LOST
}
