// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody may send, from a file: the first line says why, the second which statuses come back
 * until the gateway ends the connection, the others are the bytes. Ends of lines are none of them;
 * {@code \r}, {@code \n}, {@code \t}, {@code \0} and {@code \x7f} are.
 */
record WireCase(String name, String why, List<Integer> statuses, byte[] bytes) {

  private static final Path CASES = Path.of("src", "test", "resources", "http");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9a-f]{2})|([rnt0]))");

  static List<WireCase> of(String directory) throws IOException {
    try (Stream<Path> files = Files.list(CASES.resolve(directory))) {
      return files.sorted().map(WireCase::read).toList();
    }
  }

  private static WireCase read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<Integer> statuses =
          Arrays.stream(lines.get(1).substring("-> ".length()).split(" "))
              .map(Integer::valueOf)
              .toList();
      String text = String.join("", lines.subList(2, lines.size()));
      byte[] bytes =
          ESCAPE
              .matcher(text)
              .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group())))
              .getBytes(StandardCharsets.ISO_8859_1);
      return new WireCase(file.getFileName().toString(), lines.get(0), statuses, bytes);
    } catch (IOException | RuntimeException e) {
      throw new AssertionError(file + " is no case", e);
    }
  }

  private static String unescaped(String escape) {
    return switch (escape.charAt(1)) {
      case 'r' -> "\r";
      case 'n' -> "\n";
      case 't' -> "\t";
      case '0' -> "\0";
      default -> String.valueOf((char) Integer.parseInt(escape.substring(2), 16));
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
