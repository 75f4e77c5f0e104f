// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

/**
 * A platform whose webhooks are understood: {@code POST /v1/hooks/{name}/{source}}. Pure: the same
 * delivery gives the same events with the same ids, however often and in whatever order it comes,
 * so that duplicates are recognised downstream by (source, id).
 */
public interface Platform {

  /** Its name in the address of its hook, such as {@code twilio}. */
  String name();

  /** How its deliveries prove where they come from. */
  SignatureScheme signature();

  /**
   * What a delivery tells. Fields and kinds of event that are not known are ignored and counted,
   * never an error.
   *
   * @throws io.tideboard.events.InvalidEvent when the body as a whole cannot be read
   */
  Translation translate(Delivery delivery);
}
