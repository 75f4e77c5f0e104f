// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What the adapters of several platforms need: reading JSON and forms, ids, names, proofs. */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.support;
