// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

/**
 * Another way to some of the same figures, to compare the live job with: offered, answered,
 * abandoned, answered within the threshold, service level and waiting, per queue and 15 minutes in
 * which the visits began. Found as a service, because what peers need is not part of the product.
 */
public interface Peer {

  /** The threshold of every queue, in seconds. */
  int THRESHOLD_SECONDS = 20;

  /** The name in the figures. */
  String name();

  /** The form of the log that suits it best. */
  LogForm reads();

  /**
   * Reads all that is in the log and returns when the last rows are in the topic of results. A row
   * is a JSON object with {@code queue}, {@code start} (seconds since 1970), {@code offered},
   * {@code answered}, {@code answeredWithin}, {@code abandoned}, {@code waiting} and {@code
   * serviceLevel}; a later row of the same queue and start replaces an earlier one. Tells the
   * {@link Odometer} of its first record, itself or by {@link FirstPoll}.
   */
  void run(PeerRun run) throws Exception;
}
