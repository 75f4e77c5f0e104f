// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** How long a contact that arrives now will wait. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.estimate;
