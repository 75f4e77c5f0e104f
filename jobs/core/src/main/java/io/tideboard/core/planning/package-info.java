// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What is expected of each interval of a queue and channel, and the agents that it needs. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.planning;
