// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that goes wrong in a payload.
 *
 * @param kind what goes wrong
 * @param where which of all members of the tree, modulo their number
 */
record Mutation(Kind kind, int where) {

  enum Kind {
    DROP,
    NULL,
    NUMBER,
    HUGE_NUMBER,
    FRACTION,
    TEXT,
    EMPTY,
    HUGE_TEXT,
    CONTROL_CHARACTER,
    HALF_SURROGATE,
    TRUE,
    OBJECT,
    ARRAY,
    ARRAY_OF_ITSELF,
    DEEP,
    OTHER_CASE
  }

  private record Place(ObjectNode parent, String name) {}

  void apply(JsonNode tree) {
    List<Place> places = new ArrayList<>();
    collect(tree, places);
    if (!places.isEmpty()) {
      apply(places.get(Math.floorMod(where, places.size())));
    }
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> places.add(new Place(object, name)));
    }
    node.forEach(child -> collect(child, places));
  }

  private void apply(Place place) {
    ObjectNode parent = place.parent();
    String name = place.name();
    switch (kind) {
      case DROP -> parent.remove(name);
      case NULL -> parent.putNull(name);
      case NUMBER -> parent.put(name, -1);
      case HUGE_NUMBER -> parent.put(name, Long.MAX_VALUE);
      case FRACTION -> parent.put(name, 1.5e300);
      case TEXT -> parent.put(name, "something else");
      case EMPTY -> parent.put(name, "");
      case HUGE_TEXT -> parent.put(name, "x".repeat(100_000));
      case CONTROL_CHARACTER -> parent.put(name, "a\u0000\nb");
      case HALF_SURROGATE -> parent.put(name, "a\ud800b");
      case TRUE -> parent.put(name, true);
      case OBJECT -> parent.putObject(name).put("x", 1);
      case ARRAY -> parent.putArray(name).add(1).add("x").addNull().addObject();
      case ARRAY_OF_ITSELF -> parent.set(name, twice(parent.get(name)));
      case DEEP -> parent.set(name, deep());
      case OTHER_CASE -> parent.set(name.toUpperCase(java.util.Locale.ROOT), parent.remove(name));
    }
  }

  private static ArrayNode twice(JsonNode node) {
    return JsonNodeFactory.instance.arrayNode().add(node.deepCopy()).add(node.deepCopy());
  }

  private static JsonNode deep() {
    JsonNode node = JsonNodeFactory.instance.numberNode(1);
    for (int depth = 0; depth < 60; depth++) {
      node = JsonNodeFactory.instance.objectNode().set("x", node);
    }
    return node;
  }
}
