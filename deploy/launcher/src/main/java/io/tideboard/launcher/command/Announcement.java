// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.EmbeddedTideboard.Addresses;
import io.tideboard.launcher.run.Steps;

/** Where a user finds everything. */
record Announcement(Addresses addresses, boolean dataIsKept) {

  static Announcement of(Addresses addresses, TideboardConfig config) {
    boolean kept = config.embedded().dataDir() != null || config.embedded().keepData();
    return new Announcement(addresses, kept);
  }

  void to(Steps steps) {
    steps.done("ready");
    steps.say("");
    steps.say("  wallboard  " + addresses.wallboard() + "/");
    steps.say("  metrics    " + addresses.wallboard() + "/metrics");
    steps.say("  gateway    " + addresses.gateway() + "/v1/events");
    steps.say("  Kafka      " + addresses.bootstrap());
    steps.say("  data       " + addresses.data() + (dataIsKept ? "" : ", deleted at the end"));
    steps.say("");
    steps.say("Ctrl-C ends it.");
  }
}
