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
record Participant(Payload body, String media, Payload communication, Stay stay) {

  /**
   * What is asked for again and again, read once.
   *
   * @param purpose in small letters, empty when not told
   * @param queueId the queue it belongs to, or null
   * @param joined when it joined, or null
   * @param left when it left, null while it is there
   * @param connected when it could talk, null while or because it could not
   */
  record Stay(
      String purpose,
      @Nullable String queueId,
      @Nullable Instant joined,
      @Nullable Instant left,
      @Nullable Instant connected) {}

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
        return of(body, kind.media(), communications.get(communications.size() - 1));
      }
    }
    return of(body, "", body.without("communication"));
  }

  private static Participant of(Payload body, String media, Payload communication) {
    String purpose = body.text("purpose");
    return new Participant(
        body,
        media,
        communication,
        new Stay(
            purpose == null ? "" : purpose.toLowerCase(Locale.ROOT),
            body.text("queueId"),
            body.time("connectedTime"),
            body.time("endTime"),
            communication.time("connectedTime")));
  }

  String purpose() {
    return stay.purpose();
  }

  @Nullable String queueId() {
    return stay.queueId();
  }

  @Nullable Instant joined() {
    return stay.joined();
  }

  @Nullable Instant left() {
    return stay.left();
  }

  @Nullable Instant connected() {
    return stay.connected();
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
