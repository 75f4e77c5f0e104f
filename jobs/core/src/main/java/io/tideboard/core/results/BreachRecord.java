// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import io.tideboard.core.breach.Breach;

/**
 * A record of {@code tideboard.breaches}. A later record of the same id replaces an earlier one.
 *
 * @param withdrawn whether a late event showed that it never was: readers forget it
 */
public record BreachRecord(Breach breach, boolean withdrawn) {}
