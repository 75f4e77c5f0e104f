// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** One side of an interaction: the author of a message, or who ended a conversation. */
public enum Party implements WireName {
  CUSTOMER,
  AGENT,
  BOT,
  SYSTEM
}
