// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A payload as no platform should send it: a few members changed, or a few bytes. */
final class Mutation {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<JsonNode> VALUES =
      List.of(
          NODES.nullNode(),
          NODES.textNode(""),
          NODES.textNode(" "),
          NODES.textNode("\u0000\u001b[2J"),
          NODES.textNode("x".repeat(5000)),
          NODES.textNode("\ud83d"),
          NODES.textNode("-1"),
          NODES.textNode("1E308"),
          NODES.textNode("2026-02-30T25:61:61Z"),
          NODES.textNode("{status:{from:2,to:4}}"),
          NODES.textNode("resolved"),
          NODES.textNode("open"),
          NODES.numberNode(0),
          NODES.numberNode(-1),
          NODES.numberNode(Long.MAX_VALUE),
          NODES.numberNode(new java.math.BigDecimal("1e400")),
          NODES.numberNode(1772440200.123456),
          NODES.booleanNode(true),
          NODES.booleanNode(false),
          NODES.objectNode(),
          NODES.arrayNode(),
          NODES.arrayNode().add(7),
          NODES.objectNode().put("id", "7"));

  private Mutation() {}

  /** The JSON with one to four members removed, moved or given another value. */
  static byte[] ofMembers(byte[] json, Random random) {
    try {
      ObjectNode root = (ObjectNode) MAPPER.readTree(json);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
          break;
        }
        change(containers.get(random.nextInt(containers.size())), containers, random);
      }
      return MAPPER.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON with some bytes changed, or cut off. */
  static byte[] ofBytes(byte[] json, Random random) {
    byte[] changed = json.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0
        ? Arrays.copyOf(changed, random.nextInt(changed.length))
        : changed;
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode() && node.size() > 0) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static void change(JsonNode container, List<JsonNode> others, Random random) {
    JsonNode other = others.get(random.nextInt(others.size()));
    JsonNode chosen = random.nextInt(8) == 0 ? other : VALUES.get(random.nextInt(VALUES.size()));
    // A copy: a payload that contained itself would have no end.
    JsonNode value = chosen.deepCopy();
    if (container instanceof ArrayNode array) {
      array.set(random.nextInt(array.size()), value);
    } else if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(8)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name.toUpperCase(java.util.Locale.ROOT), value);
        default -> object.set(name, value);
      }
    }
  }
}
