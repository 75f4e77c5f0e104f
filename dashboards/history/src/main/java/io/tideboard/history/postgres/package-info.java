// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The store in PostgreSQL, with views for tools that analyse. */
@org.jspecify.annotations.NullMarked
package io.tideboard.history.postgres;
