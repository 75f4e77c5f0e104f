// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The boards as files that Grafana imports or is provisioned with. */
public final class BoardFiles {

  private static final ObjectWriter WRITER = new JsonMapper().writer(printer());

  private BoardFiles() {}

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return printer;
  }

  /** The text of each file, by its name. */
  public static Map<String, String> all() {
    Map<String, String> files = new TreeMap<>();
    for (Board board : Boards.all()) {
      files.put("tideboard-" + board.name() + ".json", text(board));
    }
    return files;
  }

  private static String text(Board board) {
    try {
      return WRITER.writeValueAsString(BoardJson.of(board)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(board.name() + " cannot be written", e);
    }
  }

  /** Writes them into that directory. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args.length == 1 ? args[0] : "dashboards/grafana/boards");
    for (Map.Entry<String, String> file : all().entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }
}
