// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

/**
 * What one rule finds on one channel, when it is not clear.
 *
 * @param value in the unit of {@link AlertKind#definition}
 * @param limit which the value has reached, or nearly
 * @param since from when on, in microseconds
 */
public record Finding(AlertKind kind, Level level, double value, double limit, long since) {}
