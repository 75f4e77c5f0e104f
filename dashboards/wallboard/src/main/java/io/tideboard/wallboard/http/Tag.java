// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.wallboard.board.AgentStanding;
import io.tideboard.wallboard.board.Standing;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells answers apart by what they say, the same on every wallboard that has read the same. Weak:
 * what only goes on with the clock, such as how old everything is and how long somebody has waited,
 * is no part of it, and neither is compression.
 */
final class Tag {

  /** The last field of the head of every list, which is how old it is. */
  private static final String HEAD_END = "\"ageSeconds\":";

  private static final int LONGEST_HEAD = 200;
  private static final int BYTES = 12;

  private final MessageDigest digest;

  private Tag() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Of an answer as it is. */
  static String of(Buffer body) {
    Tag tag = new Tag();
    byte[] bytes = body.getBytes();
    int head = headOf(bytes);
    tag.digest.update(bytes, head, bytes.length - head);
    return tag.text();
  }

  private static int headOf(byte[] body) {
    String beginning =
        new String(body, 0, Math.min(body.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
    int last = beginning.indexOf(HEAD_END);
    return last < 0 ? 0 : Math.max(0, beginning.indexOf(',', last));
  }

  /** Of how those queues stand. */
  static String ofQueues(List<Standing> queues, QueueDefinitions catalog) {
    Tag tag = new Tag();
    for (Standing queue : queues) {
      QueueDefinition definition = catalog.of(queue.key().queue());
      tag.add(queue.key().wire());
      tag.add(queue.status().freshness());
      if (queue.team() != null) {
        tag.add(queue.team().freshness());
      }
      tag.add(definition.threshold(queue.key().channel()).toString());
      tag.add(definition.formula().wire() + definition.target() + definition.timeZone().getId());
    }
    return tag.text();
  }

  /** Of what those agents do. */
  static String ofAgents(List<AgentStanding> agents) {
    Tag tag = new Tag();
    for (AgentStanding agent : agents) {
      tag.add(agent.agent());
      tag.add(agent.status().freshness());
    }
    return tag.text();
  }

  private void add(QueueStatus.Freshness freshness) {
    add(freshness.revision() + "/" + freshness.asOf());
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private String text() {
    return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, BYTES) + '"';
  }
}
