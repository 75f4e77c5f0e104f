// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Years of interval rows, kept where memory does not matter, and read in order. */
@org.jspecify.annotations.NullMarked
package io.tideboard.history;
