// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** How good forecasts would have been, beside those that anybody can make. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.backtest;
