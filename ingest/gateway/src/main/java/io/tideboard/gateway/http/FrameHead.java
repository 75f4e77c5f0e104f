// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

/**
 * The head of a frame of text: its bytes follow.
 *
 * @param begins whether a message begins with it
 * @param ends whether the message ends with it
 * @param length bytes to follow
 */
record FrameHead(boolean begins, boolean ends, long length) {}
