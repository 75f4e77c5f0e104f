// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Events as they stand in Kafka: the wire format of {@code event.proto}. */
@org.jspecify.annotations.NullMarked
package io.tideboard.events.compact;
