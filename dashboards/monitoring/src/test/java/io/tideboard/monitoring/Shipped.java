// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import java.nio.file.Path;

/** Where the files are that users take. */
final class Shipped {

  private static final Path DASHBOARDS = Path.of("..").toAbsolutePath().normalize();

  static final Path PROMETHEUS = DASHBOARDS.resolve("prometheus");
  static final Path ALERTMANAGER = DASHBOARDS.resolve("alertmanager");
  static final Path BOARDS = DASHBOARDS.resolve("grafana/boards");

  private Shipped() {}
}
