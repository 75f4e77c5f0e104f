// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.core.lifecycle.Fact;
import java.util.List;

/**
 * What an event, or the passing of time, did. What is withdrawn goes first: a breach that a late
 * event has moved is withdrawn as it was and told as it is, under the same id.
 *
 * @param watched the interaction now
 * @param facts what changed in it
 * @param broken warnings and breaches that have become certain
 * @param withdrawn those that turned out never to have been
 */
public record WatchStep(
    Watched watched, List<Fact> facts, List<Breach> broken, List<Breach> withdrawn) {}
