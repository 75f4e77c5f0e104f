// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Platforms' webhooks: whose they are, whether they are genuine, and what they tell. */
@org.jspecify.annotations.NullMarked
package io.tideboard.gateway.hooks;
