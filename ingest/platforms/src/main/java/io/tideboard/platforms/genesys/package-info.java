// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Genesys Cloud: events of EventBridge and of notification channels. */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.genesys;
