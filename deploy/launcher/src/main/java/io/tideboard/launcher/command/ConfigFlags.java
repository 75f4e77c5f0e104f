// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.launcher.config.ConfigLoader;
import io.tideboard.launcher.config.Setting;
import io.tideboard.launcher.config.TideboardConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration comes from. */
final class ConfigFlags {

  /** Set by the start script: the directory that holds the usual configuration file. */
  private static final String HOME = "tideboard.home";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration file. Default: tideboard.yaml beside the start script.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set one key of the configuration, such as --set defaults.threshold=30s.")
  private List<String> assignments = List.of();

  /** The configuration, with these flags and those of the groups. */
  TideboardConfig load(FlagGroup... groups) {
    return loaded(groups).config();
  }

  /** As {@link #load}, with its text. */
  ConfigLoader.Loaded loaded(FlagGroup... groups) {
    List<Setting> flags = new ArrayList<>();
    assignments.forEach(assignment -> flags.add(Setting.parse(assignment)));
    for (FlagGroup group : groups) {
      flags.addAll(group.settings());
    }
    return ConfigLoader.load(file(), System.getenv(), flags);
  }

  /** The configuration file; null when there is none. */
  @Nullable Path file() {
    String home = System.getProperty(HOME);
    if (file != null || home == null) {
      return file;
    }
    Path usual = Path.of(home, "tideboard.yaml");
    return Files.exists(usual) ? usual : null;
  }
}
