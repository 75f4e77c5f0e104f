// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Where demo and test traffic comes from. */
@org.jspecify.annotations.NullMarked
package io.tideboard.traffic;
