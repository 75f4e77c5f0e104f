// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.launcher.config.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags that are short for settings of the configuration. */
abstract class FlagGroup {

  private final List<Setting> settings = new ArrayList<>();

  /** Takes what was given; null when the flag was not. */
  final void set(String key, @Nullable String value, String flag) {
    if (value != null) {
      settings.add(new Setting(key, value, flag));
    }
  }

  final List<Setting> settings() {
    return settings;
  }
}
