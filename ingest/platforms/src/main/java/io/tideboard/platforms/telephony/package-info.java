// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What the translators of telephone systems share: identities, times, and an account of events. */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.telephony;
