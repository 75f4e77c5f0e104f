// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Delimited files whose first line names the columns. */
@org.jspecify.annotations.NullMarked
package io.tideboard.traffic.table;
