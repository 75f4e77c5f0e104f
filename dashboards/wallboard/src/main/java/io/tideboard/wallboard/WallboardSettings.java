// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.history.HistorySettings;
import io.tideboard.wallboard.access.Tokens;
import io.tideboard.wallboard.board.BoardLimits;
import io.tideboard.wallboard.feed.KafkaSource;

/**
 * What a wallboard needs to know.
 *
 * @param listen where it listens
 * @param kafka where the results are read
 * @param catalog what every queue promises, and by which formula it is judged
 * @param limits how much is kept, and how long it is believed
 * @param history where the rows of intervals are kept, and how long
 * @param tokens of whoever may look; without any, everybody who reaches it
 */
public record WallboardSettings(
    ListenAddress listen,
    KafkaSource kafka,
    QueueCatalog catalog,
    BoardLimits limits,
    HistorySettings history,
    Tokens tokens) {

  /** The usual settings, for that Kafka. */
  public static WallboardSettings of(String bootstrapServers) {
    return new WallboardSettings(
        ListenAddress.DEFAULT,
        KafkaSource.of(bootstrapServers),
        QueueCatalog.DEFAULTS,
        BoardLimits.DEFAULT,
        HistorySettings.DEFAULT,
        Tokens.NONE);
  }

  /** The same, on that port; 0 for any free one. */
  public WallboardSettings onPort(int port) {
    ListenAddress other = new ListenAddress(listen.host(), port);
    return new WallboardSettings(other, kafka, catalog, limits, history, tokens);
  }

  /** The same, with these queues. */
  public WallboardSettings with(QueueCatalog catalog) {
    return new WallboardSettings(listen, kafka, catalog, limits, history, tokens);
  }

  /** The same, with its history kept there. */
  public WallboardSettings with(HistorySettings history) {
    return new WallboardSettings(listen, kafka, catalog, limits, history, tokens);
  }

  /** The same, for whoever has one of these tokens. */
  public WallboardSettings with(Tokens tokens) {
    return new WallboardSettings(listen, kafka, catalog, limits, history, tokens);
  }

  /** The same, with these limits. */
  public WallboardSettings with(BoardLimits limits) {
    return new WallboardSettings(listen, kafka, catalog, limits, history, tokens);
  }
}
