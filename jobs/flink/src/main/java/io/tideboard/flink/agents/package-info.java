// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What agents do, live: followed agent by agent, added up team by team. */
@org.jspecify.annotations.NullMarked
package io.tideboard.flink.agents;
