// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * What happens in a contact center, as immutable valid values, and how it is written: plain JSON,
 * CloudEvents, and the compact form in Kafka.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.events;
