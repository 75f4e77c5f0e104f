// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about.
 *
 * @param kind the topic without ids, under which it is counted: {@code customer.start}
 * @param id of the user, for topics of one user
 */
record Topic(Family family, String kind, @Nullable String id) {

  enum Family {
    /** One step of a conversation. */
    DETAIL,
    /** A conversation as it stands. */
    CONVERSATION,
    /** A user's presence or routing status, or a change of it. */
    AGENT,
    OTHER
  }

  private static final String DETAIL_EVENTS = "v2.detail.events.conversation.";
  private static final Pattern CONVERSATIONS =
      Pattern.compile("v2\\.(routing\\.queues|users)\\.[^.]+\\.conversations(\\.[a-z]+)?");
  private static final Pattern OF_USER =
      Pattern.compile("v2\\.users\\.([^.]+)\\.(presence|routingstatus|activity)");
  private static final Pattern AUDIT =
      Pattern.compile("v2\\.audits\\.entitytype\\.userpresence\\.entityid\\.([^.]+)");

  static Topic of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith(DETAIL_EVENTS)) {
      int afterId = lower.indexOf('.', DETAIL_EVENTS.length());
      return afterId < 0
          ? new Topic(Family.OTHER, lower, null)
          : new Topic(Family.DETAIL, lower.substring(afterId + 1), null);
    }
    if (CONVERSATIONS.matcher(lower).matches()) {
      return new Topic(Family.CONVERSATION, "conversations", null);
    }
    Matcher user = OF_USER.matcher(lower);
    if (user.matches()) {
      return new Topic(Family.AGENT, user.group(2), name.substring(user.start(1), user.end(1)));
    }
    Matcher audit = AUDIT.matcher(lower);
    if (audit.matches()) {
      return new Topic(Family.AGENT, "audit", name.substring(audit.start(1), audit.end(1)));
    }
    return new Topic(Family.OTHER, withoutIds(lower), null);
  }

  /** Ids would make each a kind of its own. */
  private static String withoutIds(String name) {
    return name.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
  }
}
