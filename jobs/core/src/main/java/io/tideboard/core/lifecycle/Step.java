// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.List;

/**
 * What one event did: the interaction after it, and what changed.
 *
 * @param interaction the interaction now
 * @param facts the changes; empty for a duplicate
 */
public record Step(Interaction interaction, List<Fact> facts) {}
