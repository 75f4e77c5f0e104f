// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

/** An activity from an instant on, in microseconds, until the next one begins. */
record Run(long from, Activity activity) {}
