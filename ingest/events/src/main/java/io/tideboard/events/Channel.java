// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** The medium of an interaction. */
public enum Channel implements WireName {
  VOICE,
  EMAIL,
  CHAT,
  MESSAGING,
  SMS,
  SOCIAL,
  VIDEO,
  IN_PERSON,
  SELF_SERVICE,
  BOT,
  APP,
  FORUM
}
