// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * As whom to log in.
 *
 * @param user the manager
 * @param secret its password, never shown
 * @param challenge whether to prove the secret by MD5 instead of sending it
 * @param events which classes of events to receive, such as {@code call,agent}
 */
public record AmiLogin(String user, String secret, boolean challenge, String events) {

  /** What the translation needs: who calls, who serves, and how callers leave. */
  public static final String EVENTS = "system,call,agent,dialplan";

  public AmiLogin {
    Checks.oneLine("user", user);
    Checks.oneLine("secret", secret);
    Checks.oneLine("events", events);
  }

  /** With a challenge, and the events that are needed. */
  public static AmiLogin of(String user, String secret) {
    return new AmiLogin(user, secret, true, EVENTS);
  }

  String askForChallenge() {
    return "Action: Challenge\r\nActionID: challenge\r\nAuthType: MD5\r\n\r\n";
  }

  String answer(String challenged) {
    return login("AuthType: MD5\r\nKey: " + md5(challenged + secret));
  }

  String plain() {
    return login("Secret: " + secret);
  }

  private String login(String proof) {
    return "Action: Login\r\nActionID: login\r\nUsername: "
        + user
        + "\r\n"
        + proof
        + "\r\nEvents: "
        + events
        + "\r\n\r\n";
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "AmiLogin[user=" + user + ", challenge=" + challenge + ", events=" + events + "]";
  }
}
