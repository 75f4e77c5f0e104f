// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The stream’s own time. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.clock;
