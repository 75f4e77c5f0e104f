// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import io.tideboard.events.Channel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media of Genesys, as channels. */
final class Media {

  static final String CALLBACK = "CALLBACK";

  private Media() {}

  /** Whether it is a contact at all, and not what agents share among themselves or with one. */
  static boolean isContact(@Nullable String media) {
    return switch (upper(media)) {
      case "COBROWSE", "SCREENSHARE", "INTERNALMESSAGE", "SCREENMONITORING" -> false;
      default -> true;
    };
  }

  static @Nullable Channel channel(@Nullable String media, @Nullable String messageType) {
    return switch (upper(media)) {
      case "VOICE", CALLBACK -> Channel.VOICE;
      case "CHAT" -> Channel.CHAT;
      case "EMAIL" -> Channel.EMAIL;
      case "VIDEO" -> Channel.VIDEO;
      case "MESSAGE" -> messaging(messageType);
      default -> null;
    };
  }

  private static Channel messaging(@Nullable String messageType) {
    return switch (upper(messageType)) {
      case "SMS" -> Channel.SMS;
      case "TWITTER", "FACEBOOK", "INSTAGRAM" -> Channel.SOCIAL;
      case "WEBMESSAGING" -> Channel.CHAT;
      default -> Channel.MESSAGING;
    };
  }

  static String upper(@Nullable String text) {
    return text == null ? "" : text.toUpperCase(Locale.ROOT);
  }
}
