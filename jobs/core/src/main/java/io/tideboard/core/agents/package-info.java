// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What agents do, and what it adds up to for the team of a queue. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.agents;
