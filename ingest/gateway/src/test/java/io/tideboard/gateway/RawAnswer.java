// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as it stands on the wire. */
record RawAnswer(int status, String body) {

  private static final Pattern HEAD =
      Pattern.compile("HTTP/1\\.1 (\\d{3}) [^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

  /** All that stand one behind the other, as far as the bytes are answers of HTTP. */
  static List<RawAnswer> all(String bytes) {
    List<RawAnswer> answers = new ArrayList<>();
    Matcher head = HEAD.matcher(bytes);
    for (int at = 0; head.find(at) && head.start() == at; ) {
      Matcher length = LENGTH.matcher("\r\n" + head.group(2));
      int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
      assertThat(head.end() + body).isLessThanOrEqualTo(bytes.length());
      answers.add(
          new RawAnswer(
              Integer.parseInt(head.group(1)), bytes.substring(head.end(), head.end() + body)));
      at = head.end() + body;
    }
    return answers;
  }
}
