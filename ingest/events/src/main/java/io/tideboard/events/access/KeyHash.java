// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What an API key hashes to: all that is kept of it. Keys are long and random, so that one round of
 * SHA-256 is enough: there is nothing to guess.
 */
public final class KeyHash {

  /** What a written hash begins with. */
  public static final String PREFIX = "sha256:";

  private static final int HEX_DIGITS = 64;

  private final byte[] hash;

  private KeyHash(byte[] hash) {
    this.hash = hash;
  }

  /** Of a key. */
  public static KeyHash of(String key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return new KeyHash(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * As written in a configuration.
   *
   * @throws IllegalArgumentException when it is no such thing
   */
  public static KeyHash parse(String text) {
    if (!text.startsWith(PREFIX) || text.length() != PREFIX.length() + HEX_DIGITS) {
      throw new IllegalArgumentException("expected sha256: and 64 hexadecimal digits");
    }
    return new KeyHash(HexFormat.of().parseHex(text, PREFIX.length(), text.length()));
  }

  /** Compares in constant time. */
  public boolean matches(KeyHash other) {
    return MessageDigest.isEqual(hash, other.hash);
  }

  /** By which candidates are found: of a hash it gives nothing away that could be of use. */
  public long bucket() {
    long bucket = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bucket = bucket << 8 | hash[i] & 0xff;
    }
    return bucket;
  }

  /** As it is written in a configuration. */
  public String text() {
    return PREFIX + HexFormat.of().formatHex(hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyHash key && matches(key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return PREFIX + "(hidden)";
  }
}
