// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Plan;
import io.tideboard.core.agents.TeamDelta;
import org.jspecify.annotations.Nullable;

/**
 * Something about the team of one queue.
 *
 * @param delta what its agents did; null of a plan
 * @param plan how many of them are planned; null of what they did
 */
public record TeamNews(String queue, @Nullable TeamDelta delta, @Nullable Plan plan) {}
