// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.breach.WatchStep;
import io.tideboard.core.lifecycle.Moment;
import java.util.List;

/** The interactions of one subtask, as {@link Controls} needs them. */
interface Contacts {

  /** All that are remembered. */
  List<String> keys();

  /** Whether an interaction of that name belongs here. */
  boolean isMine(String key);

  /** What is known of one. */
  ContactEntry entry(String key) throws Exception;

  /** Something was concluded of one. */
  void take(String key, Moment moment, String source) throws Exception;

  /** The promises to one have changed. */
  void reconsider(String key, WatchStep step) throws Exception;

  /** What time it is in the stream, in microseconds. */
  long now();
}
