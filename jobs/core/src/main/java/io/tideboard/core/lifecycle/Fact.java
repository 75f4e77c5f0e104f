// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What an event changed, told as what was and what is, so that it can be counted and taken back:
 * facts add up to the same whatever their order.
 */
public sealed interface Fact {

  /** What was; null when it begins with this. */
  @Nullable Placed before();

  /** What is; null when it turned out never to have been. */
  @Nullable Placed after();

  /** The half that takes back what was. */
  Fact takingBack();

  /** The half that tells what is. */
  Fact telling();

  /** A queue visit began, changed, or turned out never to have been. */
  record VisitRevised(@Nullable QueueVisit before, @Nullable QueueVisit after) implements Fact {
    @Override
    public Fact takingBack() {
      return new VisitRevised(before, null);
    }

    @Override
    public Fact telling() {
      return new VisitRevised(null, after);
    }
  }

  /** A handled leg began, changed, or turned out never to have been. */
  record LegRevised(@Nullable HandledLeg before, @Nullable HandledLeg after) implements Fact {
    @Override
    public Fact takingBack() {
      return new LegRevised(before, null);
    }

    @Override
    public Fact telling() {
      return new LegRevised(null, after);
    }
  }

  /** The contact as a whole began or came further. */
  record CourseRevised(@Nullable ContactCourse before, @Nullable ContactCourse after)
      implements Fact {
    @Override
    public Fact takingBack() {
      return new CourseRevised(before, null);
    }

    @Override
    public Fact telling() {
      return new CourseRevised(null, after);
    }
  }

  /** A contact was resolved, and its customer came again or not. */
  record FollowUpRevised(@Nullable FollowUp before, @Nullable FollowUp after) implements Fact {
    @Override
    public Fact takingBack() {
      return new FollowUpRevised(before, null);
    }

    @Override
    public Fact telling() {
      return new FollowUpRevised(null, after);
    }
  }

  /** The customer gave a score, or it belongs elsewhere than was thought. */
  record ScoreRevised(@Nullable Score before, @Nullable Score after) implements Fact {
    @Override
    public Fact takingBack() {
      return new ScoreRevised(before, null);
    }

    @Override
    public Fact telling() {
      return new ScoreRevised(null, after);
    }
  }
}
