// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.breach.WatchStep;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.Event;
import java.util.List;

/** The interactions of one subtask, as {@link Controls} needs them. */
interface Contacts {

  /** All that are remembered. */
  List<String> keys();

  /** Whether an interaction of that name belongs here. */
  boolean isMine(String key);

  /** What is known of one. */
  ContactEntry entry(String key) throws Exception;

  /** What platforms said of one, all of it that is remembered. */
  void conclude(String key, ContactEntry entry, List<Moment> ofPlatforms, String source)
      throws Exception;

  /** Whether a list or restart comes later than is allowed; it is counted and kept then. */
  boolean isTooLate(Control control, Event told);

  /** How late it may come, in microseconds. */
  long lateness();

  /** The promises to one have changed. */
  void reconsider(String key, WatchStep step) throws Exception;

  /** What time it is in the stream, in microseconds. */
  long now();
}
