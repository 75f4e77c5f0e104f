// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What may pass, as a pure function of the bytes, the rules and the clock. */
@org.jspecify.annotations.NullMarked
package io.tideboard.gateway.admission;
