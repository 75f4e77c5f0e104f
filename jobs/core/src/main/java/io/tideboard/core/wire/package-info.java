// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** How the core's values are written into state and between operators. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.wire;
