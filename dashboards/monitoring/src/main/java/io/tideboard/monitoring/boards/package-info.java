// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The Grafana boards, as code: {@code BoardFiles} writes what is in {@code dashboards/grafana}. */
@org.jspecify.annotations.NullMarked
package io.tideboard.monitoring.boards;
