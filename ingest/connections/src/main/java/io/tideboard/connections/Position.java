// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

/**
 * How far a log was read, and what must be remembered to go on.
 *
 * @param file which file it was, by its beginning
 * @param inode which file it was, by its place on the disk; empty where there are no such places
 * @param offset of the first byte that was not read
 * @param state of the translation there
 */
record Position(Fingerprint file, String inode, long offset, byte[] state) {

  Position {
    if (offset < 0 || file.length() > offset) {
      throw new IllegalArgumentException(offset + " as offset: expected at least " + file.length());
    }
  }
}
