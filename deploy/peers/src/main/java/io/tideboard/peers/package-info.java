// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Other ways to some of the live job's figures, for the bench to compare it with. */
@org.jspecify.annotations.NullMarked
package io.tideboard.peers;
