// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Connections that the gateway opens itself, to platforms that have no webhooks. */
@org.jspecify.annotations.NullMarked
package io.tideboard.gateway.pull;
