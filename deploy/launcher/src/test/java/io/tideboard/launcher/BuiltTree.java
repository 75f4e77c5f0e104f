// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A copy of the source tree whose path has blanks, with what was built here. */
record BuiltTree(Path root) {

  /** What the build made. */
  static final Path TARGET = Path.of("target").toAbsolutePath();

  /** A tree in which nothing has been built yet. */
  static BuiltTree withoutBuild(Path directory) throws IOException {
    BuiltTree tree = new BuiltTree(directory.resolve("a tree with blanks"));
    Files.createDirectories(tree.root.resolve("deploy/launcher"));
    tree.copy("pom.xml");
    tree.copy("deploy/tideboard.yaml");
    tree.copy("deploy/tideboard");
    return tree;
  }

  /** A tree in which everything has been built. */
  static BuiltTree in(Path directory) throws IOException {
    BuiltTree tree = withoutBuild(directory);
    Files.createSymbolicLink(tree.root.resolve("deploy/launcher/target"), TARGET);
    return tree;
  }

  /** The start script. */
  Path script() {
    return root.resolve("deploy/tideboard");
  }

  /** With its time of change, by which the script decides whether to build. */
  private void copy(String file) throws IOException {
    Path from = Path.of("..", "..").resolve(file);
    Files.copy(from, root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
  }
}
