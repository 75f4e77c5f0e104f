// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The store on a disk of this machine, in RocksDB. */
@org.jspecify.annotations.NullMarked
package io.tideboard.history.rocks;
