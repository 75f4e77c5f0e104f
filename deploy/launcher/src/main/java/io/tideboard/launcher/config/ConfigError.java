// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import java.util.List;

/**
 * A configuration that cannot be used. The message has a line for each thing that is wrong: where,
 * the key, the value, and what was expected. Carries no stack trace: it is an answer to a user.
 */
public final class ConfigError extends RuntimeException {

  private final List<String> problems;

  ConfigError(String problem) {
    this(List.of(problem));
  }

  ConfigError(List<String> problems) {
    super(String.join(System.lineSeparator(), problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** Each thing that is wrong. */
  public List<String> problems() {
    return problems;
  }
}
