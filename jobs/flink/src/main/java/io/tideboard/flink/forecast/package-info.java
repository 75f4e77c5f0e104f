// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Forecasts of demand and staffing: thin operators around {@code io.tideboard.core.planning}. */
@org.jspecify.annotations.NullMarked
package io.tideboard.flink.forecast;
