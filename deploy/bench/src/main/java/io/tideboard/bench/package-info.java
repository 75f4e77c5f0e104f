// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Measures the product on this machine, in one run, each figure as a ratio to a ceiling. */
@org.jspecify.annotations.NullMarked
package io.tideboard.bench;
