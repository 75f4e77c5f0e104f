// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.hooks.HookSettings;
import io.tideboard.platforms.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls hooks as platforms do, and signs apart from the code that checks. */
final class PlatformCalls {

  /** When everything in the fixtures has just happened. */
  static final Instant NOW = Instant.parse("2026-03-02T12:00:30Z");

  static final String PUBLIC_URL = "https://in.example.org/board";
  static final String SECRET = "the secret of one installation";
  static final String NEXT_SECRET = "the secret that comes after it";

  static final String READER_KEY = "key-of-whoever-reads-the-metrics";

  /** By platform, what it sends. */
  static final Map<String, List<String>> FIXTURES =
      new TreeMap<>(
          Map.of(
              "amazon-connect",
              List.of(
                  "connect/queued.json",
                  "connect/connected.json",
                  "connect/disconnected.json",
                  "connect/agent-acw.json",
                  "connect/record.json"),
              "genesys",
              List.of(
                  "genesys/customer-start.json",
                  "genesys/acd-start.json",
                  "genesys/user-end.json",
                  "genesys/conversation.json",
                  "genesys/presence.json"),
              "twilio",
              List.of(
                  "twilio/stream.json",
                  "twilio/fetched.json",
                  "twilio/accepted.form",
                  "twilio/entered.form"),
              "zendesk",
              List.of(
                  "zendesk/ticket-created.json",
                  "zendesk/ticket-comment-by-customer.json",
                  "zendesk/messaging-message.json",
                  "zendesk/agent-unified-state.json"),
              "chatwoot",
              List.of(
                  "chatwoot/conversation-created.json",
                  "chatwoot/message-created.json",
                  "chatwoot/survey-answered.json"),
              "intercom",
              List.of(
                  "intercom/conversation-user-created.json",
                  "intercom/conversation-admin-closed.json",
                  "intercom/ticket.json"),
              "freshdesk",
              List.of("freshdesk/template.json", "freshdesk/wrapped.json")));

  private PlatformCalls() {}

  /** A source for every platform, by the name {@link #source}, and one that reads the metrics. */
  static List<SourceSettings> sources() {
    return Stream.concat(
            HookSettings.PLATFORMS.stream().map(platform -> source(platform, Map.of())),
            Stream.of(SourceSettings.of("reader").with(KeyHash.of(READER_KEY))))
        .toList();
  }

  static SourceSettings source(String platform, Map<String, String> names) {
    Secrets secrets = new Secrets(List.of(utf8(SECRET), utf8(NEXT_SECRET)));
    return SourceSettings.of(source(platform)).with(new HookSettings(platform, secrets, names));
  }

  static String source(String platform) {
    return "our " + platform;
  }

  static String path(String platform) {
    return "/v1/hooks/" + platform + "/our%20" + platform;
  }

  static byte[] fixture(String path) {
    try (InputStream in = PlatformCalls.class.getResourceAsStream("/" + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpRequest call(Running running, String platform, byte[] body) {
    return call(running, platform, body, new Signature(SECRET, NOW));
  }

  /** With which secret a call is signed, and which time it says. */
  record Signature(String secret, Instant time) {}

  /** A call as the platform makes it. */
  static HttpRequest call(Running running, String platform, byte[] body, Signature signature) {
    String secret = signature.secret();
    Instant time = signature.time();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(running.uri(path(platform)))
            .header("Content-Type", "application/json");
    switch (platform) {
      case "amazon-connect", "genesys" -> request.header("X-Api-Key", secret);
      case "freshdesk" -> request.header("X-Tideboard-Token", secret);
      case "intercom" ->
          request.header("X-Hub-Signature", "sha1=" + hex(hmac("HmacSHA1", secret, body)));
      case "twilio" -> twilio(request, running, body, secret);
      case "zendesk" -> {
        byte[] signed = hmac("HmacSHA256", secret, utf8(time.toString()), body);
        request
            .header("X-Zendesk-Webhook-Signature", base64(signed))
            .header("X-Zendesk-Webhook-Signature-Timestamp", time.toString());
      }
      case "chatwoot" -> {
        String seconds = Long.toString(time.getEpochSecond());
        byte[] signed = hmac("HmacSHA256", secret, utf8(seconds + "."), body);
        request
            .header("X-Chatwoot-Signature", "sha256=" + hex(signed))
            .header("X-Chatwoot-Timestamp", seconds);
      }
      case "standard" -> {
        String id = "msg-" + new String(body, StandardCharsets.UTF_8).hashCode();
        String head = id + "." + time.getEpochSecond() + ".";
        request
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(time.getEpochSecond()))
            .header(
                "webhook-signature", "v1," + base64(hmac("HmacSHA256", secret, utf8(head), body)));
      }
      default -> throw new IllegalArgumentException(platform);
    }
    return request.POST(BodyPublishers.ofByteArray(body)).build();
  }

  private static void twilio(
      HttpRequest.Builder request, Running running, byte[] body, String secret) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.startsWith("{") || text.startsWith("[")) {
      String target = path("twilio") + "?bodySHA256=" + hex(sha256(body));
      request
          .uri(running.uri(target))
          .header(
              "X-Twilio-Signature", base64(hmac("HmacSHA1", secret, utf8(PUBLIC_URL + target))));
      return;
    }
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : text.strip().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }
    StringBuilder signed = new StringBuilder(PUBLIC_URL + path("twilio"));
    parameters.forEach((name, value) -> signed.append(name).append(value));
    request
        .setHeader("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", base64(hmac("HmacSHA1", secret, utf8(signed.toString()))));
  }

  private static String decoded(String text) {
    try {
      return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // cut by a test
    }
  }

  private static byte[] sha256(byte[] body) {
    try {
      return java.security.MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(String algorithm, String secret, byte[]... pieces) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(utf8(secret), algorithm));
      for (byte[] piece : pieces) {
        mac.update(piece);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
