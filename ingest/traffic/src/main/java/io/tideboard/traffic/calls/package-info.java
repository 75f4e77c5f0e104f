// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Call records of any table, read as events by a mapping. */
@org.jspecify.annotations.NullMarked
package io.tideboard.traffic.calls;
