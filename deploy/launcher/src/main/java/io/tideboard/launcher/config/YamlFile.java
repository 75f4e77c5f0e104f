// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.traffic.BadFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A configuration file as entries with their lines. Values stay as they are written, so that {@code
 * 08:00} is not taken for a number and {@code no} is not taken for false.
 */
final class YamlFile {

  private static final String NAMES = "hook.names";

  /** Mappings that are one value: overriding them means replacing them. */
  private static final Set<String> ONE_VALUE = Set.of("hours", NAMES);

  private final Path file;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private YamlFile(Path file) {
    this.file = file;
  }

  /**
   * Everything the file says.
   *
   * @throws ConfigError when it is not there, or not a YAML mapping of sections
   */
  static List<Entry> read(Path file) {
    YamlFile yaml = new YamlFile(file);
    yaml.document(yaml.compose());
    if (!yaml.problems.isEmpty()) {
      throw new ConfigError(yaml.problems);
    }
    return yaml.entries;
  }

  private @Nullable Node compose() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(10);
    try {
      return new Yaml(options).compose(new StringReader(Files.readString(file)));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new ConfigError(file + ":" + line + ": not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new ConfigError(file + ": not YAML: " + e.getMessage());
    } catch (IOException e) {
      throw new ConfigError(
          "--config: '" + file + "': expected a file that can be read (" + BadFile.reason(e) + ")");
    }
  }

  private void document(@Nullable Node root) {
    if (root == null) {
      return; // an empty file: every default holds
    }
    mapping("", root, (section, value) -> section(section, value));
  }

  private void section(String section, Node value) {
    if (isEmpty(value)) {
      return;
    }
    if (Key.holdsItems(section)) {
      mapping(
          section,
          value,
          (item, definition) -> {
            entries.add(new Entry(new Key(section, item, ""), "", at(definition)));
            if (!isEmpty(definition)) {
              settings(new Key(section, item, ""), definition);
            }
          });
    } else {
      settings(Key.of(section, ""), value);
    }
  }

  private void settings(Key under, Node value) {
    mapping(under.toString(), value, (name, setting) -> setting(under, name, setting));
  }

  private void setting(Key under, String name, Node value) {
    Key key = under.named(under.name().isEmpty() ? name : under.name() + "." + name);
    if (value instanceof MappingNode && !ONE_VALUE.contains(key.name())) {
      settings(key, value);
    } else {
      entries.add(new Entry(key, text(key, value), at(value)));
    }
  }

  /** Lists and opening hours are one value each: overriding them means replacing them. */
  private String text(Key key, Node value) {
    if (value instanceof ScalarNode scalar) {
      return isEmpty(value) ? "" : scalar.getValue();
    }
    if (value instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(item -> text(key, item))
          .collect(Collectors.joining(", "));
    }
    if (key.name().equals(NAMES)) {
      return names(key, value);
    }
    List<String> lines = new ArrayList<>();
    mapping(
        key.toString(),
        value,
        (days, times) ->
            lines.add(days + " " + (times instanceof ScalarNode s ? s.getValue() : "")));
    return String.join(", ", lines);
  }

  /** As JSON, since names may contain anything. */
  private String names(Key key, Node value) {
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    mapping(
        key.toString(),
        value,
        (id, name) -> names.put(id, name instanceof ScalarNode s ? s.getValue() : ""));
    return names.toString();
  }

  private interface Member {
    void of(String name, Node value);
  }

  private void mapping(String name, Node node, Member member) {
    if (!(node instanceof MappingNode mapping)) {
      String found = node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : "a list";
      problems.add(
          at(node)
              + ": "
              + (name.isEmpty() ? "" : name + ": ")
              + found
              + ": expected keys with values");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (seen.add(key)) {
        member.of(key, tuple.getValueNode());
      } else {
        String path = name.isEmpty() ? key : name + "." + key;
        problems.add(at(tuple.getKeyNode()) + ": " + path + ": expected once, found again");
      }
    }
  }

  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || scalar.getValue().equals("null"));
  }

  private String at(Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }
}
