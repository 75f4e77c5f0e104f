// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.queue.QueueDelta;
import io.tideboard.core.queue.QueueKey;

/** What some facts change in one queue and channel. */
public record QueueChange(QueueKey key, QueueDelta delta) {}
