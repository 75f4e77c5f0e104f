// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * A second, slow and obvious implementation of the definitions of the metrics, to hold the fast one
 * against.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.testkit.oracle;
