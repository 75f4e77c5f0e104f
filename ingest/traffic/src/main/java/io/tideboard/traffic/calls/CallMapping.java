// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.table.Row;
import io.tideboard.traffic.yaml.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table of call records become events.
 *
 * @param source the events' source
 * @param delimiter between values; a comma unless said
 * @param interaction the name of a row's interaction, different for each row
 * @param channel a channel of the contract
 * @param queue the queue that events of a queue visit name
 * @param customer who called
 * @param attributes names and values, on the first event of a row
 * @param times how times are written
 * @param skip rows that are left out and counted
 * @param outcomes what happened, by the first whose conditions are met
 */
public record CallMapping(
    String source,
    @Nullable Character delimiter,
    Template interaction,
    Template channel,
    @Nullable Template queue,
    @Nullable Customer customer,
    @Nullable Map<String, Template> attributes,
    TimeColumns times,
    @Nullable List<Skip> skip,
    List<CallOutcome> outcomes) {

  /** The customer's key, and values that stand for nobody. */
  public record Customer(Template value, @Nullable List<String> ignore) {
    public Customer {
      Required.value("customer.value", value);
      ignore = Required.any(ignore);
    }

    @Nullable String of(Row row) {
      String key = value.of(row);
      return key.isEmpty() || Required.any(ignore).contains(key) ? null : key;
    }
  }

  /** Rows whose columns hold these values are counted under {@code as} and otherwise left out. */
  public record Skip(Map<String, List<String>> when, String as) {
    public Skip {
      when = Map.copyOf(Required.value("skip.when", when));
      Required.text("skip.as", as);
    }
  }

  public CallMapping {
    Required.text("source", source);
    Required.value("interaction", interaction);
    Required.value("channel", channel);
    Required.value("times", times);
    delimiter = delimiter == null ? ',' : delimiter;
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    skip = Required.any(skip);
    outcomes = Required.list("outcomes", outcomes);
  }

  /**
   * The mapping in a YAML file.
   *
   * @throws BadFile naming line, key, value and expectation
   */
  public static CallMapping read(Path file) {
    try {
      return StrictYaml.read(file.toString(), Files.readAllBytes(file), CallMapping.class);
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  char separator() {
    return delimiter == null ? ',' : delimiter;
  }

  Map<String, Template> pairs() {
    return attributes == null ? Map.of() : attributes;
  }

  List<Skip> skips() {
    return Required.any(skip);
  }

  /** Every column that a table must have. */
  Set<String> columns() {
    Set<String> columns = new TreeSet<>(times.columns());
    columns.addAll(interaction.columns());
    columns.addAll(channel.columns());
    if (queue != null) {
      columns.addAll(queue.columns());
    }
    if (customer != null) {
      columns.addAll(customer.value.columns());
    }
    pairs().values().forEach(template -> columns.addAll(template.columns()));
    skips().forEach(rule -> columns.addAll(rule.when.keySet()));
    outcomes.forEach(outcome -> columns.addAll(outcome.columns()));
    return columns;
  }
}
