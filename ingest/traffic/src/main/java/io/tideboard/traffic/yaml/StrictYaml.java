// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tideboard.traffic.BadFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads a YAML document into records. A key or value that is not understood fails the read. */
public final class StrictYaml {

  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Duration.class, new ShortDuration()))
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private StrictYaml() {}

  /**
   * The document as a {@code type}.
   *
   * @param file its name, for messages
   * @throws BadFile naming line, key, value and expectation
   */
  public static <T> T read(String file, byte[] document, Class<T> type) {
    try {
      String text = new String(document, StandardCharsets.UTF_8);
      try (JsonParser parser = MAPPER.createParser(text)) {
        new KnownKeys(file, parser).check(type);
      }
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw BadFile.at(file, 0, "the file is empty: expected a YAML mapping");
      }
      return value;
    } catch (InvalidFormatException e) {
      throw BadFile.at(
          file, line(e), BadFile.problem(path(e), String.valueOf(e.getValue()), expectation(e)));
    } catch (ValueInstantiationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String where = path(e);
      throw BadFile.at(file, line(e), (where.isEmpty() ? "" : where + ": ") + cause.getMessage());
    } catch (JacksonYAMLParseException e) {
      throw notYaml(file, e);
    } catch (JsonMappingException e) {
      throw BadFile.at(file, line(e), path(e) + ": " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw BadFile.at(file, line(e), e.getOriginalMessage());
    } catch (IOException e) {
      throw BadFile.at(file, 0, String.valueOf(e.getMessage()));
    }
  }

  private static String expectation(InvalidFormatException e) {
    Class<?> type = e.getTargetType();
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (type == Duration.class) {
      return ShortDuration.EXPECTED;
    }
    if (type == ZoneId.class) {
      return "a time zone such as Europe/Berlin or UTC";
    }
    return "a " + type.getSimpleName();
  }

  /** Without the lines around it, which the library's own message shows. */
  private static BadFile notYaml(String file, JacksonYAMLParseException e) {
    if (e.getCause() instanceof MarkedYAMLException cause && cause.getProblemMark() != null) {
      int line = cause.getProblemMark().getLine() + 1;
      return BadFile.at(file, line, "not YAML: " + cause.getProblem());
    }
    return BadFile.at(file, line(e), "not YAML: " + e.getOriginalMessage());
  }

  private static long line(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? 0 : Math.max(0, location.getLineNr());
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
