// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The same figures from a log that has an end. */
@org.jspecify.annotations.NullMarked
package io.tideboard.flink.batch;
