// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One participant of a conversation as it stands, with the latest of its communications.
 *
 * @param media as detail events name it
 * @param communication empty when there is none
 */
record Participant(Payload body, String media, Payload communication) {

  private record Kind(String member, String media) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("calls", "VOICE"),
          new Kind("callbacks", Media.CALLBACK),
          new Kind("chats", "CHAT"),
          new Kind("emails", "EMAIL"),
          new Kind("messages", "MESSAGE"),
          new Kind("videos", "VIDEO"));

  static Participant of(Payload body) {
    for (Kind kind : KINDS) {
      List<Payload> communications = body.objects(kind.member());
      if (!communications.isEmpty()) {
        return new Participant(body, kind.media(), communications.get(communications.size() - 1));
      }
    }
    return new Participant(body, "", body.without("communication"));
  }

  String purpose() {
    String purpose = body.text("purpose");
    return purpose == null ? "" : purpose.toLowerCase(Locale.ROOT);
  }

  boolean isCustomer() {
    return purpose().equals("customer") || purpose().equals("external");
  }

  boolean isQueue() {
    return purpose().equals("acd");
  }

  boolean isAgent() {
    return purpose().equals("agent") || purpose().equals("user");
  }

  /** When the participant joined; null when not told. */
  @Nullable Instant joined() {
    return body.time("connectedTime");
  }

  /** When the participant left; null while it is there. */
  @Nullable Instant left() {
    return body.time("endTime");
  }

  /** When the two could talk; null when they never did. */
  @Nullable Instant connected() {
    return communication.time("connectedTime");
  }

  boolean isCallback() {
    return media.equals(Media.CALLBACK);
  }

  boolean isDialled() {
    return Media.upper(communication.text("direction")).equals("OUTBOUND") && !isCallback();
  }

  Disconnection disconnection() {
    return Disconnection.of(communication.text("disconnectType"));
  }

  /** The id of a fact: that of the detail event which tells the same. */
  String fact(String interaction, String kind) {
    String session = communication.text("id");
    String key = session == null ? body.text("id") : session;
    return Ids.of(interaction, key == null ? purpose() : key, kind);
  }
}
