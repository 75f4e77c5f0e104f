// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reason for which a decoder refuses, with the message that the sender gets. */
class RefusalTest {

  private static final String HEADER = "\"id\":\"e-1\",\"time\":\"2026-03-02T08:30:00Z\"";

  private final EventDecoder decoder = new EventDecoder("pbx-1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          WRONG_TYPE    | "interaction":5            | '5' in interaction: expected a string
          WRONG_TYPE    | "interaction":{"id":"c"}   | '{...}' in interaction: expected a string
          WRONG_TYPE    | "interaction":["c"]        | '[...]' in interaction: expected a string
          WRONG_TYPE    | "queue":true               | 'true' in queue: expected a string
          WRONG_TYPE    | "channel":1                | '1' in channel: expected a string
          WRONG_TYPE    | "priority":"high"          | 'high' in priority: expected a whole number
          WRONG_TYPE    | "priority":1.5             | '1.5' in priority: expected a whole number
          WRONG_TYPE    | "attributes":[]            | '[...]' in attributes: expected an object of strings
          WRONG_TYPE    | "attributes":{"tier":1}    | '1' in attributes.tier: expected a string
          WRONG_TYPE    | "attributes":{"a":{"b":{}}}| '{...}' in attributes.a: expected a string
          INVALID_VALUE | "priority":99999999999     | '99999999999' in priority: expected a whole number of 32 bits
          INVALID_VALUE | "channel":"fax"            | 'fax' in channel: expected one of voice, email, chat, messaging, sms, social, video, in_person, self_service, bot, app, forum
          INVALID_VALUE | "channel":"VOICE"          | 'VOICE' in channel: expected one of voice, email, chat, messaging, sms, social, video, in_person, self_service, bot, app, forum
          INVALID_VALUE | "direction":"sideways"     | 'sideways' in direction: expected one of inbound, outbound
          INVALID_VALUE | "initiative":"lazy"        | 'lazy' in initiative: expected one of reactive, proactive, interactive, value_added, automated
          INVALID_VALUE | "queue":"a\\u0001"       | 'a\u0001' in queue: expected no control character and no half of a surrogate pair, as at index 1
          MISSING_FIELD | "queue":""                 | nothing in queue: expected 1 to 128 characters
          MISSING_FIELD | "queue":null               | nothing in queue: expected 1 to 128 characters
          WRONG_TYPE    | "time":1772440200          | '1772440200' in time: expected a string with an RFC 3339 time
          INVALID_TIME  | "time":"yesterday"         | 'yesterday' in time: expected an RFC 3339 time such as 2026-03-02T09:30:00.250+01:00
          INVALID_TIME  | "time":"2200-01-01T00:00:00Z" | '2200-01-01T00:00:00Z' in time: expected a time from 1970 to 2199
          TIME_WITHOUT_OFFSET | "time":"2026-03-02T08:30:00" | '2026-03-02T08:30:00' in time: expected Z or an offset such as +01:00 at the end
          MISSING_FIELD | "time":null                | nothing in time: expected an RFC 3339 time with offset
          MISSING_FIELD | "id":null                  | nothing in id: expected 1 or more characters
          MISSING_FIELD | "type":null                | nothing in type: expected a type such as interaction.queued
          WRONG_TYPE    | "type":7                   | '7' in type: expected a string
          UNKNOWN_TYPE  | "type":"interaction.teleported" | 'interaction.teleported' in type: expected a type such as interaction.queued
          UNKNOWN_TYPE  | "type":"io.tideboard.interaction.queued" | 'io.tideboard.interaction.queued' in type: expected a type such as interaction.queued
          """)
  void aQueuedEventWithAWrongFieldIsRefused(ErrorCode code, String field, String message) {
    String name = field.substring(0, field.indexOf(':'));
    String rest = HEADER + ",\"type\":\"interaction.queued\",\"interaction\":\"c\",\"queue\":\"q\"";
    String without = rest.replaceFirst(name + ":\"[^\"]*\",?", "").replaceFirst(",$", "");

    assertRefused("{" + field + "," + without + "}", code, message);
    assertRefused("{" + without + "," + field + "}", code, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          WRONG_TYPE    | "interaction.feedback","kind":"nps","score":"9"      | '9' in score: expected a number
          INVALID_VALUE | "interaction.feedback","kind":"nps","score":11       | '11.0' in score: expected a number from 0.0 to 10.0
          INVALID_VALUE | "interaction.feedback","kind":"nps","score":1e999    | 'Infinity' in score: expected a number from 0.0 to 10.0
          INVALID_VALUE | "interaction.feedback","kind":"stars","score":4      | 'stars' in kind: expected one of csat, nps, ces
          INVALID_VALUE | "interaction.declined","agent":"a","reason":"busy"   | 'busy' in reason: expected one of rejected, no_answer
          INVALID_VALUE | "interaction.message","author":"system"              | 'system' in author: expected one of customer, agent, bot
          INVALID_VALUE | "interaction.ended","by":"bot"                       | 'bot' in by: expected one of customer, agent, system
          WRONG_TYPE    | "agent.state","agent":"a","state":"busy","queues":"q"| 'q' in queues: expected an array of strings
          WRONG_TYPE    | "agent.state","agent":"a","state":"busy","queues":[1]| '1' in queues: expected a string
          WRONG_TYPE    | "agent.state","agent":"a","state":"busy","capacity":3| '3' in capacity: expected an object of whole numbers by channel
          WRONG_TYPE    | "agent.state","agent":"a","state":"busy","capacity":{"chat":"3"} | '3' in capacity.chat: expected a whole number
          INVALID_VALUE | "agent.state","agent":"a","state":"busy","capacity":{"fax":3}    | 'fax' in capacity: expected one of voice, email, chat, messaging, sms, social, video, in_person, self_service, bot, app, forum
          INVALID_VALUE | "agent.state","agent":"a","state":"busy","capacity":{"chat":-3}  | '-3' in capacity.chat: expected a number from 0 to 1000
          INVALID_VALUE | "agent.state","agent":"a","state":"dozing"           | 'dozing' in state: expected one of available, busy, wrap_up, break, training, meeting, away, offline
          MISSING_FIELD | "queue.snapshot","queue":"q"                         | nothing in waiting: expected a list
          WRONG_TYPE    | "queue.snapshot","queue":"q","waiting":{}            | '{...}' in waiting: expected an array of {interaction, since}
          WRONG_TYPE    | "queue.snapshot","queue":"q","waiting":["c"]         | 'c' in waiting: expected an object
          MISSING_FIELD | "queue.snapshot","queue":"q","waiting":[{"interaction":"c"}] | nothing in waiting.since: expected it in every entry
          TIME_WITHOUT_OFFSET | "queue.snapshot","queue":"q","waiting":[{"interaction":"c","since":"2026-03-02T08:30:00"}] | '2026-03-02T08:30:00' in waiting.since: expected Z or an offset such as +01:00 at the end
          MISSING_FIELD | "agent.snapshot","agents":[{"agent":"a","since":"2026-03-02T08:30:00Z"}] | nothing in agents.state: expected it in every entry
          INVALID_VALUE | "schedule.published","queue":"q","interval":"2026-03-02T08:30:00Z","minutes":0,"agents":1 | '0' in minutes: expected a number from 1 to 1440
          """)
  void anEventOfAnotherTypeWithAWrongFieldIsRefused(ErrorCode code, String type, String message) {
    String json = "{" + HEADER + ",\"interaction\":\"c\",\"type\":" + type + "}";

    assertRefused(json, code, message);
  }

  @ParameterizedTest
  @CsvSource({"waiting, queue.snapshot", "agents, agent.snapshot"})
  void aListLongerThanASnapshotMayBeIsRefused(String list, String type) {
    String entry =
        "{\"agent\":\"a\",\"state\":\"busy\",\"interaction\":\"c\",\"since\":\"2026-03-02T08:30:00Z\"},";
    String entries = entry.repeat(10_001);
    String json =
        "{%s,\"queue\":\"q\",\"type\":\"%s\",\"%s\":[%s]}"
            .formatted(HEADER, type, list, entries.substring(0, entries.length() - 1));

    assertRefused(
        json,
        ErrorCode.TOO_LONG,
        "'more than 10000' in " + list + ": expected at most 10000 entries");
  }

  private void assertRefused(String json, ErrorCode code, String message) {
    byte[] body = json.getBytes(UTF_8);
    Decoded.Refused refused =
        (Decoded.Refused) decoder.decode(EventFormat.JSON, body, 0, body.length).get(0);
    InvalidEvent why = refused.why();

    assertThat(why).hasMessage(message);
    assertThat(why.code()).isEqualTo(code);
    assertThat(why.getMessage()).contains(String.valueOf(why.field()));
    assertThat(refused.from()).isZero();
    assertThat(refused.to()).isEqualTo(body.length);
  }
}
