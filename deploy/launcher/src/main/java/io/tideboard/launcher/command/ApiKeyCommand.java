// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.events.access.KeyHash;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an API key and its hash. */
@Command(
    name = "api-key",
    description = {
      "Make an API key for a source, and the hash of it that belongs into the configuration.",
      "The key itself is kept nowhere: give it to the sender."
    })
public final class ApiKeyCommand implements Callable<Integer> {

  private static final int BYTES = 32;
  private static final int SHORTEST = 32;

  @Option(
      names = "--stdin",
      description = "Hash the key that standard input holds instead of making one.")
  private boolean given;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String key = given ? read() : made();
    if (!given) {
      out.println("key   " + key);
    }
    out.println("hash  " + KeyHash.of(key).text());
    out.flush();
    return ExitCode.OK;
  }

  private static String made() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static String read() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    String key = line == null ? "" : line.strip();
    if (key.length() < SHORTEST) {
      // One round of SHA-256 hides only what nobody can guess.
      throw CommandFailed.usage(
          key.length() + " characters in standard input: expected a random key of at least 32");
    }
    return key;
  }
}
