// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Kinds of entries as labels. A kind is the platform's word, so what looks like no kind might be a
 * customer's number or address: that, and whatever comes after the first 100 kinds of a platform,
 * is counted as {@code other}.
 */
final class KindLabels {

  static final String OTHER = "other";

  private static final int MOST = 100;

  /** Words with few digits: versions have some, telephone numbers more. */
  private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9_.:/{} -]{0,63}");

  private static final Pattern NUMBER = Pattern.compile("\\d\\D{0,2}\\d\\D{0,2}\\d\\D{0,2}\\d");

  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  String label(String platform, String kind) {
    if (!KIND.matcher(kind).matches() || NUMBER.matcher(kind).find()) {
      return OTHER;
    }
    Set<String> kinds = known.computeIfAbsent(platform, first -> ConcurrentHashMap.newKeySet());
    if (kinds.size() < MOST) {
      kinds.add(kind);
    }
    return kinds.contains(kind) ? kind : OTHER;
  }
}
