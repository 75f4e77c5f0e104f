// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule reacted to: the event that its author named, or what Freshdesk says itself, which is
 * nearly JSON: {@code {ticket_action:created}}, {@code {status:{from:2,to:4}}}.
 *
 * @param name such as {@code ticket_created} or {@code status}, in small letters
 * @param from the value before; null when not told
 * @param to the value now; null when not told
 */
record Change(String name, @Nullable String from, @Nullable String to) {

  /** Changes in one update that are told; more than these no rule reacts to. */
  private static final int MOST = 16;

  private static final Pattern TOLD =
      Pattern.compile(
          "\"?([A-Za-z_]{1,64})\"?\\s{0,8}(?::|=>)\\s{0,8}"
              + "(?:\\{([^{}]{1,256})\\}|\"?([^{},\":]{1,64})\"?)");

  private static final Pattern FROM =
      Pattern.compile("\"?from\"?\\s{0,8}(?::|=>)\\s{0,8}([^,]{1,64})");
  private static final Pattern TO = Pattern.compile("\"?to\"?\\s{0,8}(?::|=>)\\s{0,8}([^,]{1,64})");

  /** The changes that a body tells; empty when it names none. */
  static List<Change> in(Fields fields) {
    String named = fields.text("event", "eventtype", "eventname", "action");
    if (named != null && !named.startsWith("{")) {
      String name = named.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
      return List.of(new Change(name, null, null));
    }
    String told = named == null ? fields.text("triggeredevent") : named;
    return told == null ? List.of() : parsed(told);
  }

  private static List<Change> parsed(String told) {
    List<Change> changes = new ArrayList<>();
    Matcher matcher = TOLD.matcher(told);
    while (matcher.find() && changes.size() < MOST) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      String inner = matcher.group(2);
      changes.add(
          inner == null
              ? new Change(name, null, value(matcher.group(3)))
              : new Change(name, found(FROM, inner), found(TO, inner)));
    }
    // Told twice in one update it is one change: both would have the same id.
    return changes.stream().distinct().toList();
  }

  private static @Nullable String found(Pattern which, String inner) {
    Matcher matcher = which.matcher(inner);
    return matcher.find() ? value(matcher.group(1)) : null;
  }

  private static @Nullable String value(String text) {
    String value = text.replace("\"", "").strip();
    return value.isEmpty() || value.equals("null") || value.equals("nil") ? null : value;
  }

  /** The whole of it, as a part of an id. */
  String asId() {
    return name + (from == null ? "" : ":" + from) + (to == null ? "" : ":" + to);
  }
}
