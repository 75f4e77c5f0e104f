// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

/** Where no contact comes nothing can be said of the contacts, and whoever is there is idle. */
record Nobody(int servers) implements WaitingModel {

  @Override
  public double probabilityOfWait() {
    return Double.NaN;
  }

  @Override
  public double serviceLevel(double thresholdSeconds) {
    return Double.NaN;
  }

  @Override
  public double meanWaitSeconds() {
    return Double.NaN;
  }

  @Override
  public double waitOfAnsweredSeconds() {
    return Double.NaN;
  }

  @Override
  public double abandonRate() {
    return Double.NaN;
  }

  @Override
  public double occupancy() {
    return servers == 0 ? Double.NaN : 0;
  }

  @Override
  public double queueLength() {
    return 0;
  }

  @Override
  public boolean stable() {
    return true;
  }
}
