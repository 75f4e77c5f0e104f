// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** The kind of service an interaction is part of. */
public enum Initiative implements WireName {
  REACTIVE,
  PROACTIVE,
  INTERACTIVE,
  VALUE_ADDED,
  AUTOMATED
}
