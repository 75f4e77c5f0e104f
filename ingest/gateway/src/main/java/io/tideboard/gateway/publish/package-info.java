// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The way into the log, and whether it is open. */
@org.jspecify.annotations.NullMarked
package io.tideboard.gateway.publish;
