// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Twilio TaskRouter: event callbacks, Event Streams and the events of its REST interface. */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.twilio;
