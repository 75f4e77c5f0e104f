// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Tells people: alert episodes to webhooks, PagerDuty and Alertmanager. */
@org.jspecify.annotations.NullMarked
package io.tideboard.paging;
