// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What the wallboard answers: JSON, CSV, the live stream and the page. */
@org.jspecify.annotations.NullMarked
package io.tideboard.wallboard.http;
