// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.platforms.freeswitch.CallcenterLists;
import io.tideboard.platforms.freeswitch.EslDecoder;
import io.tideboard.platforms.freeswitch.EslFrame;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One opened event socket: logs in, subscribes, asks which core this is and for its lists, and
 * passes on the events. Answers come in the order of the questions.
 */
final class EslSession extends Session {

  private static final String LISTS = "api callcenter_config ";

  private final EslSettings settings;
  private final EslListener listener;
  private final InstantSource clock;
  private final EslDecoder decoder;
  private final ArrayDeque<Consumer<String>> questions = new ArrayDeque<>();
  private boolean passwordSent;

  EslSession(EslSettings settings, Wiring wiring, EslListener listener, InstantSource clock) {
    super(settings.tcp(), wiring.link(), wiring.courier(), wiring.counters());
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    this.decoder = new EslDecoder(settings.tcp().longestMessage(), this::frame);
  }

  @Override
  void read(byte[] bytes) {
    decoder.read(bytes, 0, bytes.length);
  }

  @Override
  long tooLong() {
    return decoder.dropped();
  }

  @Override
  void ping() {
    askForCore();
  }

  @Override
  void gone() {
    questions.clear();
  }

  private void frame(EslFrame frame) {
    switch (frame.type()) {
      case "auth/request" -> {
        write("auth " + settings.login().password() + "\n\n");
        passwordSent = true;
      }
      case "command/reply" -> reply(frame);
      case "api/response" -> {
        Consumer<String> asked = questions.poll();
        if (asked != null) {
          asked.accept(frame.text());
        }
      }
      case "text/rude-rejection" -> loginRefused("refused by the access list");
      default -> listener.frame(frame);
    }
  }

  private void reply(EslFrame frame) {
    String text = String.valueOf(frame.get("Reply-Text"));
    if (isLoggedIn() || !passwordSent) {
      return;
    }
    if (!text.startsWith("+OK")) {
      loginRefused("login refused: " + text);
      return;
    }
    loggedIn();
    String form = settings.login().json() ? "json" : "plain";
    write("event " + form + " HEARTBEAT CUSTOM callcenter::info\n\n");
    askForCore();
    askForLists();
  }

  private void ask(String command, Consumer<String> then) {
    questions.add(then);
    write(command + "\n\n");
  }

  private void askForCore() {
    ask(
        "api global_getvar core_uuid",
        core ->
            ask(
                "api uptime s",
                up -> {
                  if (EslListener.isUuid(core)) {
                    listener.core(core.strip(), EslListener.seconds(up), clock.instant());
                  }
                }));
  }

  private void askForLists() {
    var askedAt = clock.instant();
    ask(
        LISTS + "queue list",
        queues -> {
          List<String> names = new CallcenterLists(queues, "", "", "").queueNames();
          List<String> members = new ArrayList<>();
          for (String name : names) {
            if (!name.isBlank() && name.chars().noneMatch(c -> c <= ' ')) {
              ask(LISTS + "queue list members " + name, members::add);
            }
          }
          ask(
              LISTS + "agent list",
              agents ->
                  ask(
                      LISTS + "tier list",
                      tiers ->
                          listener.lists(
                              new CallcenterLists(
                                  queues, String.join("\n\n", members), agents, tiers),
                              askedAt)));
        });
    if (!settings.resync().isZero()) {
      later(settings.resync(), this::askForLists);
    }
  }
}
