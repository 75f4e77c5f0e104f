// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What came to queues in the past, by interval. */
@org.jspecify.annotations.NullMarked
package io.tideboard.traffic.history;
