// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.admission.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of all sources, of which only the hashes are known. Candidates are found by the
 * first bytes of the hash, which nobody can choose, and compared in constant time.
 */
final class ApiKeys {

  private record Entry(KeyHash hash, Caller owner) {}

  private final Map<Long, List<Entry>> buckets = new HashMap<>();

  /**
   * Gives a source a key.
   *
   * @throws IllegalArgumentException when another source has it
   */
  void add(KeyHash hash, Caller owner) {
    List<Entry> entries = buckets.computeIfAbsent(hash.bucket(), none -> new ArrayList<>(1));
    for (Entry entry : entries) {
      if (entry.hash().matches(hash) && entry.owner() != owner) {
        throw new IllegalArgumentException(
            "the same key for "
                + entry.owner().source()
                + " and "
                + owner.source()
                + ": expected one of its own for each source");
      }
    }
    entries.add(new Entry(hash, owner));
  }

  /** Whose key it is; null when it is nobody's. */
  @Nullable Caller owner(KeyHash hash) {
    @Nullable Caller owner = null;
    for (Entry entry : buckets.getOrDefault(hash.bucket(), List.of())) {
      if (entry.hash().matches(hash)) {
        owner = entry.owner();
      }
    }
    return owner;
  }
}
