// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The board as Prometheus metrics. */
@org.jspecify.annotations.NullMarked
package io.tideboard.wallboard.metrics;
