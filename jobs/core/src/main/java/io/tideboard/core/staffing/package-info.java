// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** How many people a demand needs, and what so many people make of it. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.staffing;
