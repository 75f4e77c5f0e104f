// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit digest of (source, id), by which duplicates within one interaction are known: FNV-1a
 * over the UTF-8 bytes, finished with the mixer of MurmurHash3.
 */
public final class Digest {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIXER = 0xff51afd7ed558ccdL;

  private Digest() {}

  static long of(String source, String id) {
    byte[] sources = source.getBytes(StandardCharsets.UTF_8);
    byte[] ids = id.getBytes(StandardCharsets.UTF_8);
    return finish(add(separated(add(OFFSET, sources, 0, sources.length)), ids, 0, ids.length));
  }

  /**
   * The digest of a source and an id that stand in {@code bytes}, without making strings of them.
   */
  public static long of(byte[] bytes, int source, int sourceLength, int id, int idLength) {
    return finish(add(separated(add(OFFSET, bytes, source, sourceLength)), bytes, id, idLength));
  }

  private static long add(long hash, byte[] bytes, int from, int length) {
    long next = hash;
    for (int i = from; i < from + length; i++) {
      next = (next ^ (bytes[i] & 0xff)) * PRIME;
    }
    return next;
  }

  private static long separated(long hash) {
    return (hash ^ 0xff) * PRIME;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * MIXER;
    return mixed ^ (mixed >>> 33);
  }
}
