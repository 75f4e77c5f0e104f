// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Events as JSON: plain, one a line, and as CloudEvents 1.0. */
@org.jspecify.annotations.NullMarked
package io.tideboard.events.json;
