// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.platforms.asterisk.AmiDecoder;
import io.tideboard.platforms.asterisk.AmiMessage;
import java.util.function.Consumer;

/** One opened manager connection: logs in, asks for the queues, and passes on what it hears. */
final class AmiSession extends Session {

  private final AmiSettings settings;
  private final AmiDecoder decoder;
  private final Consumer<AmiMessage> messages;
  private final Runnable gone;
  private boolean asked;

  AmiSession(AmiSettings settings, Wiring wiring, Consumer<AmiMessage> messages, Runnable gone) {
    super(settings.tcp(), wiring.link(), wiring.courier(), wiring.counters());
    this.settings = settings;
    this.messages = messages;
    this.gone = gone;
    this.decoder = new AmiDecoder(settings.tcp().longestMessage(), this::message);
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
    write("Action: Ping\r\nActionID: ping\r\n\r\n");
  }

  @Override
  void gone() {
    gone.run();
  }

  private void message(AmiMessage message) {
    if (message.get(AmiMessage.GREETING) != null) {
      write(
          settings.login().challenge()
              ? settings.login().askForChallenge()
              : settings.login().plain());
      asked = true;
    } else if (!isLoggedIn() && asked && message.get("Response") != null) {
      login(message);
    }
    messages.accept(message);
  }

  private void login(AmiMessage message) {
    String challenge = message.get("Challenge");
    if (!message.text("Response").equalsIgnoreCase("Success")) {
      loginRefused("login of " + settings.login().user() + " refused: " + message.text("Message"));
    } else if (challenge != null) {
      write(settings.login().answer(challenge));
    } else {
      loggedIn();
      askForQueues();
    }
  }

  /** Events of the time without a connection are lost; the queues as they are now are not. */
  private void askForQueues() {
    write("Action: QueueStatus\r\nActionID: queues\r\n\r\n");
    if (!settings.resync().isZero()) {
      later(settings.resync(), this::askForQueues);
    }
  }
}
