// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** How good estimates of waits are, on any log. */
@org.jspecify.annotations.NullMarked
package io.tideboard.testkit.waits;
