// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * Whether customers come back: the contacts of one customer, on whatever channel, held together.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.followup;
