// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import java.util.OptionalInt;

/** How many agents are planned for a queue. */
public interface Schedule {

  /** Nobody planned anything. */
  Schedule NONE = new QueueSchedule();

  /** The agents planned at that instant, in microseconds. */
  OptionalInt at(long instant);

  /** Another one whenever the schedule has changed. */
  long version();
}
