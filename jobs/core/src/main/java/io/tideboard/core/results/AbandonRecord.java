// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

/**
 * A record of {@code tideboard.abandons}. A later record of the same id replaces an earlier one.
 *
 * @param withdrawn whether a late event showed that the contact did not give up, or not then:
 *     readers forget it
 */
public record AbandonRecord(Abandon abandon, boolean withdrawn) {}
