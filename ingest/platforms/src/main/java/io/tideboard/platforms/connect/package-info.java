// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Amazon Connect: contact events, agent events and contact records. */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.connect;
