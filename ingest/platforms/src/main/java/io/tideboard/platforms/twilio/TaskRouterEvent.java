// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.twilio;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.support.Form;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import io.tideboard.platforms.support.Times;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event of TaskRouter, however it came.
 *
 * @param type such as {@code reservation.accepted}
 * @param sid the event's own, the same by whatever way it comes; null when it has none
 * @param time as it was written, null when it was not
 */
record TaskRouterEvent(String type, @Nullable String sid, @Nullable Instant time, Fields fields) {

  private static final String TASK_ROUTER = "com.twilio.taskrouter.";

  /** Fields by their names in JSON: {@code task_queue_sid}. */
  interface Fields {
    @Nullable String text(String name);
  }

  /** An event callback. Its fields are called {@code TaskQueueSid}. */
  static TaskRouterEvent of(Form form) {
    String millis = form.text("TimestampMs");
    String other = form.text("Timestamp");
    return new TaskRouterEvent(
        lower(form.neededText("EventType")),
        form.text("Sid"),
        millis != null
            ? Times.of("TimestampMs", millis)
            : other == null ? null : Times.of("Timestamp", other),
        name -> form.text(camelCase(name)));
  }

  /** A CloudEvent of Event Streams, or an event as the REST interface gives it. */
  static TaskRouterEvent of(Payload payload) {
    return payload.has("event_type") ? fetched(payload) : streamed(payload);
  }

  private static TaskRouterEvent fetched(Payload payload) {
    Payload data = payload.at("event_data");
    Instant millis = payload.time("event_date_ms");
    return new TaskRouterEvent(
        lower(payload.neededText("event_type")),
        payload.text("sid"),
        millis == null ? payload.time("event_date") : millis,
        data::text);
  }

  /**
   * The CloudEvent's type counts: the payload's own has been seen to differ. Its {@code time} may
   * be missing, and {@code datacontenttype} may be anything.
   */
  private static TaskRouterEvent streamed(Payload payload) {
    String type = lower(payload.neededText("type"));
    if (!type.startsWith(TASK_ROUTER)) {
      return new TaskRouterEvent(type, null, null, name -> null);
    }
    Payload data = payload.at("data");
    Payload facts = data.has("payload") ? data.at("payload") : data;
    String sid = facts.text("sid");
    return new TaskRouterEvent(
        type.substring(TASK_ROUTER.length()),
        sid == null ? payload.text("id") : sid,
        firstTime(facts.time("timestamp"), data.time("timestamp"), payload.time("time")),
        facts::text);
  }

  @Nullable String text(String name) {
    return fields.text(name);
  }

  String neededText(String name) {
    String text = text(name);
    if (text == null) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, name, null, "1 or more characters");
    }
    return text;
  }

  @Nullable Instant time(String name) {
    String text = text(name);
    return text == null ? null : Times.of(name, text);
  }

  /** When it happened. */
  Instant at() {
    if (time == null) {
      throw new InvalidEvent(
          ErrorCode.MISSING_FIELD, "timestamp", null, "the time of the event, in milliseconds");
    }
    return time;
  }

  /** The id of what it tells: its own, or else what it is about and when. */
  String fact(String kind) {
    if (sid != null) {
      return Ids.of(sid, kind);
    }
    String about = text("reservation_sid");
    return Ids.of(about == null ? neededText("task_sid") : about, kind, at().toEpochMilli());
  }

  private static @Nullable Instant firstTime(@Nullable Instant... times) {
    for (Instant time : times) {
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static String lower(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return camel.toString();
  }
}
