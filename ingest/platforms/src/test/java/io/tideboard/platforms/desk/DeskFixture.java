// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.platforms.Platform;
import io.tideboard.platforms.chatwoot.Chatwoot;
import io.tideboard.platforms.freshdesk.Freshdesk;
import io.tideboard.platforms.intercom.Intercom;
import io.tideboard.platforms.zendesk.Zendesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A fixture of a desk, with the platform that reads it. */
record DeskFixture(String name, Platform platform) {

  /** Every desk. */
  static final List<Platform> DESKS =
      List.of(new Zendesk(), new Chatwoot(), new Intercom(), new Freshdesk());

  /** Every fixture of every desk, in the order of their names. */
  static List<DeskFixture> all() {
    List<DeskFixture> fixtures = new ArrayList<>();
    for (Platform desk : DESKS) {
      for (String file : files(desk.name())) {
        String name = desk.name() + "/" + file.replace(".json", "");
        fixtures.add(new DeskFixture(name, desk));
      }
    }
    return fixtures;
  }

  byte[] body() {
    return Fixture.bytes(name);
  }

  private static List<String> files(String directory) {
    try (Stream<Path> files =
        Files.list(Path.of(DeskFixture.class.getResource("/" + directory).toURI()))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
