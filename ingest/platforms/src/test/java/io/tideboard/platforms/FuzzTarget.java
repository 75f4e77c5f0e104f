// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.connect.AmazonConnect;
import io.tideboard.platforms.genesys.GenesysCloud;
import io.tideboard.platforms.twilio.TwilioTaskRouter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is fuzzed: the adapters of the cloud platforms, and how their deliveries are checked. */
enum FuzzTarget {
  CONNECT("connect", ".json", new AmazonConnect()),
  GENESYS("genesys", ".json", new GenesysCloud()),
  TWILIO_JSON("twilio", ".json", new TwilioTaskRouter()),
  TWILIO_FORM("twilio", ".form", new TwilioTaskRouter());

  private static final Secrets SECRETS =
      new Secrets(List.of("a secret that no fuzzer guesses".getBytes(StandardCharsets.UTF_8)));

  private final String folder;
  private final String ending;
  private final Platform platform;

  FuzzTarget(String folder, String ending, Platform platform) {
    this.folder = folder;
    this.ending = ending;
    this.platform = platform;
  }

  /** The fixtures of this target, from which the fuzzer starts. */
  Stream<byte[]> seeds() {
    return Fixtures.ALL.get(folder).stream()
        .filter(file -> file.endsWith(ending))
        .map(file -> Fixtures.text(folder + "/" + file).getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing comes out of any body but a translation or a refusal. */
  void translate(byte[] body) {
    String type = ending.equals(".form") ? "application/x-www-form-urlencoded" : "application/json";
    try {
      platform.translate(Fixtures.delivery(type, body));
    } catch (InvalidEvent e) {
      // The body cannot be read as a whole, and that is said.
    }
  }

  /**
   * No delivery is genuine that was made without the secret.
   *
   * @param input lines of an address, a signature and a token; the rest is the body
   */
  void check(byte[] input) {
    String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 4);
    Map<String, String> headers =
        Map.of(
            "x-twilio-signature", line(lines, 1),
            "authorization", line(lines, 2),
            "content-type", "application/json");
    byte[] body = line(lines, 3).getBytes(StandardCharsets.UTF_8);
    Delivery delivery = new Delivery(Fixtures.SOURCE, line(lines, 0), headers, body);
    if (platform.signature().check(delivery, SECRETS, Instant.EPOCH) == Verdict.GENUINE) {
      throw new AssertionError("genuine without the secret: " + Arrays.toString(input));
    }
  }

  private static String line(String[] lines, int index) {
    return index < lines.length ? lines[index] : "";
  }
}
