// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Takes events over HTTP, admits the valid ones, and answers when Kafka has them. */
@org.jspecify.annotations.NullMarked
package io.tideboard.gateway;
