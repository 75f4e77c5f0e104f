// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What contact-center platforms send, as events: pure functions, without a server or a clock. */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms;
