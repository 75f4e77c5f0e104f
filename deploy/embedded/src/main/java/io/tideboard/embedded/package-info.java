// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** A real Kafka broker inside this JVM, and the topics of Tideboard on any Kafka. */
@org.jspecify.annotations.NullMarked
package io.tideboard.embedded;
