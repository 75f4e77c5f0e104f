// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** When a queue has its day, its intervals and its slots, in its own time zone. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.calendar;
