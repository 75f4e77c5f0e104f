// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** How many contacts will come, how long they will take, and how sure that is. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.forecast;
