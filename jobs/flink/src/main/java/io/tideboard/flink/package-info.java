// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The jobs on Flink: composed here, thin around the core. */
@org.jspecify.annotations.NullMarked
package io.tideboard.flink;
