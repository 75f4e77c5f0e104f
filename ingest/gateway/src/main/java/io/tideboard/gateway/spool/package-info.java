// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Where events wait on disk while Kafka is away. */
@org.jspecify.annotations.NullMarked
package io.tideboard.gateway.spool;
