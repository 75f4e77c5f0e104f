// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code openapi.yaml} promises, as something to hold values and answers against. */
public final class ApiDescription {

  /** A value that is shown as an example, with where its schema stands. */
  public record Example(String schema, JsonNode value) {}

  private static final String NAME = "https://tideboard.example/openapi.yaml";

  private static final ApiDescription SHIPPED = new ApiDescription();

  private final JsonNode file;
  private final SchemaRegistry schemas;

  private ApiDescription() {
    try (InputStream in =
        ApiDescription.class.getResourceAsStream("/io/tideboard/gateway/openapi.yaml")) {
      file = new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = file.toString();
    schemas =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(NAME, text)));
  }

  public static ApiDescription shipped() {
    return SHIPPED;
  }

  /** What stands there; {@code pointer} as in a reference, such as {@code /components/schemas}. */
  public JsonNode at(String pointer) {
    JsonNode node = file.at(pointer);
    JsonNode reference = node.get("$ref");
    return reference == null ? node : at(reference.asText().substring(1));
  }

  /** Why the value does not fit the schema there; empty when it does. */
  public List<String> complaints(String pointer, JsonNode value) {
    return schemas
        .getSchema(SchemaLocation.of(NAME + "#" + pointer))
        .validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** Where the operation for such a request stands; empty when nobody described one. */
  String operation(String method, String path) {
    for (Map.Entry<String, JsonNode> entry : file.get("paths").properties()) {
      String template = Pattern.quote(entry.getKey()).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q");
      if (path.matches(template) && entry.getValue().has(method)) {
        return "/paths/" + entry.getKey().replace("/", "~1") + "/" + method;
      }
    }
    return "";
  }

  /** Where the thing really stands to which a reference there leads. */
  String followed(String pointer) {
    JsonNode reference = file.at(pointer).get("$ref");
    return reference == null ? pointer : followed(reference.asText().substring(1));
  }

  /** Every example in the file. */
  public List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    collect("", file, examples);
    return examples;
  }

  /** Where every body of a request or an answer is described. */
  public Stream<String> bodies() {
    List<String> bodies = new ArrayList<>();
    collectBodies("", file, bodies);
    return bodies.stream();
  }

  /** Every reference in the file. */
  public List<String> references() {
    return file.findValuesAsText("$ref");
  }

  private void collect(String pointer, JsonNode node, List<Example> to) {
    String schema = node.has("schema") ? pointer + "/schema" : pointer;
    JsonNode example = node.get("example");
    if (example != null) {
      to.add(new Example(schema, example));
    }
    JsonNode several = node.get("examples");
    if (several != null) {
      several.forEach(
          one -> to.add(new Example(schema, several.isArray() ? one : one.get("value"))));
    }
    for (Map.Entry<String, JsonNode> entry : children(node)) {
      if (!entry.getKey().startsWith("example")) {
        collect(pointer + "/" + entry.getKey(), entry.getValue(), to);
      }
    }
  }

  private void collectBodies(String pointer, JsonNode node, List<String> to) {
    for (Map.Entry<String, JsonNode> entry : children(node)) {
      String here = pointer + "/" + entry.getKey();
      if (pointer.endsWith("/content")) {
        to.add(here);
      }
      collectBodies(here, entry.getValue(), to);
    }
  }

  /** Fields of an object, entries of an array, named as in a pointer. */
  private static List<Map.Entry<String, JsonNode>> children(JsonNode node) {
    List<Map.Entry<String, JsonNode>> children = new ArrayList<>();
    node.properties()
        .forEach(
            field ->
                children.add(
                    Map.entry(
                        field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      children.add(Map.entry(String.valueOf(i), node.get(i)));
    }
    return children;
  }
}
