// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Asks Prometheus' own tool what it thinks of a page of metrics. */
public final class Promtool {

  private Promtool() {}

  /** What it complains of; empty when there is nothing. */
  public static String check(String page) throws IOException, InterruptedException {
    Process promtool =
        new ProcessBuilder(OutsideTool.at("/usr/bin/promtool").toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = promtool.getOutputStream()) {
      in.write(page.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = promtool.waitFor();
    return code == 0 || !said.isEmpty() ? said : "exit code " + code;
  }
}
