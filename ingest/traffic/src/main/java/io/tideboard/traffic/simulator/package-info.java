// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** A seeded discrete-event simulation of a multichannel contact center. */
@org.jspecify.annotations.NullMarked
package io.tideboard.traffic.simulator;
