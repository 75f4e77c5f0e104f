// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

/**
 * What a generator is to send.
 *
 * @param eventsARequest 1 or more; 1 is a single object, more are an array
 * @param requests how many, all of which must be accepted whole
 * @param connections over how many connections, at most one request in flight on each
 * @param perSecond requests a second, whether or not earlier ones are answered; 0 for as many as
 *     are answered
 * @param live whether every event is a new one that happens as it is sent; otherwise the same
 *     prepared events are sent again and again, which costs the machine less
 */
public record LoadOrder(
    int eventsARequest, int requests, int connections, double perSecond, boolean live) {

  /** As the gateway's figures are measured: over 64 connections. */
  public static final int CONNECTIONS = 64;

  /** As fast as the answers come. */
  public static LoadOrder greatest(int eventsARequest, int requests) {
    return new LoadOrder(eventsARequest, requests, CONNECTIONS, 0, false);
  }

  /** At a steady rate, for so many seconds. */
  public static LoadOrder steady(int eventsARequest, double perSecond, int seconds) {
    int requests = (int) Math.max(1, perSecond * seconds);
    return new LoadOrder(eventsARequest, requests, CONNECTIONS, perSecond, false);
  }

  /** The same, over another number of connections. */
  public LoadOrder over(int connections) {
    return new LoadOrder(eventsARequest, requests, connections, perSecond, live);
  }

  /** The same, with events that happen as they are sent. */
  public LoadOrder ofLiveEvents() {
    return new LoadOrder(eventsARequest, requests, connections, perSecond, true);
  }

  boolean isSteady() {
    return perSecond > 0;
  }

  /** When the request of that number is due, in nanoseconds after the first. */
  long dueAfter(int request) {
    return (long) (request / perSecond * 1e9);
  }
}
