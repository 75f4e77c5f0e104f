// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** How the core’s values are kept in state and sent between operators. */
@org.jspecify.annotations.NullMarked
package io.tideboard.flink.state;
