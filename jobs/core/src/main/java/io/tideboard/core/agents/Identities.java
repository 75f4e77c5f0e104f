// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import java.util.Arrays;

/** The identities of marks, in their order: side by side, since every event is looked up here. */
final class Identities {

  private long[] identities = new long[4];
  private int size;

  void insert(int index, long identity) {
    if (size == identities.length) {
      identities = Arrays.copyOf(identities, size + size / 2);
    }
    System.arraycopy(identities, index, identities, index + 1, size - index);
    identities[index] = identity;
    size++;
  }

  /** Where it stands last, or −1. */
  int indexOf(long identity) {
    int index = size - 1;
    while (index >= 0 && identities[index] != identity) {
      index--;
    }
    return index;
  }

  void removeFirst(int count) {
    System.arraycopy(identities, count, identities, 0, size - count);
    size -= count;
  }
}
