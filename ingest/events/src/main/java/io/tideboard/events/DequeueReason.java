// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** Why an interaction left its queue unserved without the customer giving up: a flow-out. */
public enum DequeueReason implements WireName {
  TIMEOUT,
  OVERFLOW,
  EXIT_KEY,
  WITHDRAWN,
  NO_AGENTS,
  CLOSED
}
