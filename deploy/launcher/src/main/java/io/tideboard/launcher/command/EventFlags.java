// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose time holds. */
final class EventFlags extends FlagGroup {

  @Option(
      names = "--event-time",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "A log is replayed: time is what the events say (events.eventTime).")
  private void eventTime(@Nullable String eventTime) {
    set("events.eventTime", eventTime, "--event-time");
  }
}
