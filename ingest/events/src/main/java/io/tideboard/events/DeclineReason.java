// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** Why an offer to an agent failed. */
public enum DeclineReason implements WireName {
  REJECTED,
  NO_ANSWER
}
