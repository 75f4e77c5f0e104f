// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Results as tables and figures, for people and spreadsheets. Needs neither Kafka nor a server. */
@org.jspecify.annotations.NullMarked
package io.tideboard.wallboard.table;
