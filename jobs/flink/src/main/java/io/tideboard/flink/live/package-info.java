// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** From the event log to live figures: two operators and what stands around them. */
@org.jspecify.annotations.NullMarked
package io.tideboard.flink.live;
