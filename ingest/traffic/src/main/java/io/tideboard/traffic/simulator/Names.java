// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.util.List;

/** Names of agents: the first few hundred are people's, all are distinct. */
final class Names {

  private static final List<String> FIRST =
      List.of(
          "Ada", "Ben", "Carla", "Deniz", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kaya",
          "Lena", "Milo", "Noor", "Oskar", "Paula", "Quinn", "Rosa", "Sami", "Tilda");
  private static final List<String> LAST =
      List.of(
          "Adler",
          "Brandt",
          "Costa",
          "Demir",
          "Eriksen",
          "Fischer",
          "Garcia",
          "Haddad",
          "Ivanov",
          "Jansen",
          "Keller",
          "Lindqvist",
          "Moreau",
          "Novak",
          "Okafor",
          "Petrov",
          "Rossi");

  private Names() {}

  static String of(int agent) {
    int people = FIRST.size() * LAST.size();
    String name = FIRST.get(agent % FIRST.size()) + " " + LAST.get((agent * 7 + agent / 20) % 17);
    return agent < people ? name : name + " " + (agent / people + 1);
  }
}
