// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Alert episodes of queues, as part of the live job. */
@org.jspecify.annotations.NullMarked
package io.tideboard.flink.alerts;
