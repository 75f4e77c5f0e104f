// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Standard Webhooks: the proof of every sender that is no platform of its own. */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.standard;
