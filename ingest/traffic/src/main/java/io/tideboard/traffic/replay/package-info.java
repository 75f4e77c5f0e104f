// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Recorded or simulated events, sent to a gateway at any speed. */
@org.jspecify.annotations.NullMarked
package io.tideboard.traffic.replay;
