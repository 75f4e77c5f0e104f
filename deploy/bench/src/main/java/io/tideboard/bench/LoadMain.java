// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.bench.load.LoadGenerator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The generator's process; {@link LoadProcess} starts it. */
final class LoadMain {

  private LoadMain() {}

  /** Serves orders from standard input; the only argument is the gateway's port. */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    try (LoadGenerator generator = new LoadGenerator(port, EventLoad.simulated());
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      generator.serve(orders, System.out);
    }
  }
}
