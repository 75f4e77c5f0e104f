// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import java.nio.charset.StandardCharsets;

/** A secret, or none. Shows itself nowhere. */
public final class Secret {

  /** Nothing. */
  public static final Secret NONE = new Secret("");

  static final int SHORTEST = 16;

  private static final String HIDDEN = "(hidden)";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  static Secret of(String text) {
    if (!text.isEmpty() && text.length() < SHORTEST) {
      throw new IllegalArgumentException("a secret of " + text.length() + " characters");
    }
    return new Secret(text);
  }

  static Secret ofAnyLength(String text) {
    return new Secret(text);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** The secret, in UTF-8. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The secret itself, for whoever has to say it. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return isEmpty() ? "" : HIDDEN;
  }
}
