// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What platforms send, as files beside the tests. */
public final class Fixtures {

  /** The source of every delivery in these tests. */
  public static final String SOURCE = "pbx-1";

  /** Every fixture of the cloud platforms, by the name of its platform's folder. */
  public static final Map<String, List<String>> ALL =
      Map.of(
          "connect",
          List.of(
              "queued.json",
              "connected.json",
              "disconnected.json",
              "abandoned.json",
              "outbound.json",
              "data-updated.json",
              "completed.json",
              "callback.json",
              "agent-state.json",
              "agent-acw.json",
              "agent-heartbeat.json",
              "record.json",
              "record-callback.json"),
          "genesys",
          List.of(
              "customer-start.json",
              "customer-end.json",
              "acd-start.json",
              "acd-end.json",
              "user-end.json",
              "acw.json",
              "conversation.json",
              "activity.json",
              "presence.json",
              "audit.json"),
          "twilio",
          List.of("stream.json", "fetched.json", "accepted.form", "entered.form"));

  private Fixtures() {}

  /** The text of a fixture, such as {@code connect/queued.json}. */
  public static String text(String path) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no fixture " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A delivery of JSON. */
  public static Delivery json(String body) {
    return delivery("application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** A delivery of a form. */
  public static Delivery form(String body) {
    return delivery("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
  }

  /** A delivery of that type. */
  public static Delivery delivery(String type, byte[] body) {
    return new Delivery(
        SOURCE, "https://hooks.example.com/v1/hooks/x/pbx-1", Map.of("content-type", type), body);
  }
}
