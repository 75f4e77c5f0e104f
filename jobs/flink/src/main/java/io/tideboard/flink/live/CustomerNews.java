// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.followup.ClosedContact;

/**
 * What changed of a contact that is over, for the other contacts of its customer.
 *
 * @param customer a digest of the customer's pseudonym
 */
public record CustomerNews(long customer, ClosedContact contact) {}
