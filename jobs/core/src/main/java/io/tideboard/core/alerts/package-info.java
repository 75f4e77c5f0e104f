// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** When somebody has to be told that a queue is in trouble, and when that it is over. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.alerts;
