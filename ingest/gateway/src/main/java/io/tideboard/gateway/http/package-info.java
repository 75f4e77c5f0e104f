// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Requests and answers: limits, order, and what is said to whom. */
@org.jspecify.annotations.NullMarked
package io.tideboard.gateway.http;
