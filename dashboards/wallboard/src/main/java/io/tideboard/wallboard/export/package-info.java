// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Tables as workforce management systems read them. */
@org.jspecify.annotations.NullMarked
package io.tideboard.wallboard.export;
