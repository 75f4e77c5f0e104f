// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

/**
 * What is chosen at the top of a board.
 *
 * @param name by which queries use it, behind a dollar sign
 * @param query which values there are
 * @param many whether several can be chosen, and all are at first
 */
record Variable(String name, String label, String query, boolean many) {

  static final Variable QUEUES =
      new Variable("queue", "Queue", "label_values(tideboard_contacts_waiting, queue)", true);

  /** One queue, for a board about it. */
  static final Variable QUEUE =
      new Variable("queue", "Queue", "label_values(tideboard_contacts_waiting, queue)", false);

  static final Variable CHANNELS =
      new Variable(
          "channel",
          "Channel",
          "label_values(tideboard_contacts_waiting{queue=~\"$queue\"}, channel)",
          true);

  static final Variable HORIZON =
      new Variable(
          "horizon", "Horizon", "label_values(tideboard_forecast_contacts, horizon)", false);
}
