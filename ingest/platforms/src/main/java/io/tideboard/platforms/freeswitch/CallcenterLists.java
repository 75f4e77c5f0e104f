// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code callcenter_config} lists, as it answers: a line of names, then a line a row, their
 * parts between bars, then {@code +OK}.
 *
 * @param queues of {@code queue list}
 * @param members of {@code queue list members}, of one queue or of several after each other
 * @param agents of {@code agent list}
 * @param tiers of {@code tier list}
 */
public record CallcenterLists(String queues, String members, String agents, String tiers) {

  /** The names of the queues. */
  public List<String> queueNames() {
    return rows(queues).stream().map(row -> row.getOrDefault("name", "")).toList();
  }

  static List<Map<String, String>> rows(String answer) {
    List<Map<String, String>> rows = new ArrayList<>();
    String[] names = null;
    for (String line : answer.split("\n", -1)) {
      String[] parts = line.strip().split("\\|", -1);
      if (line.isBlank() || line.startsWith("+OK") || line.startsWith("-ERR")) {
        // The next line, if any, names the columns of another list.
        names = null;
      } else if (names == null) {
        names = parts;
      } else if (rows.size() < 100_000) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(parts.length, names.length); i++) {
          row.put(names[i], parts[i]);
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
