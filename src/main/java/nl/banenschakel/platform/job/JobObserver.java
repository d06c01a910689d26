package nl.banenschakel.platform.job;

import java.time.Duration;
import java.util.List;

/** Is told of jobs: for metrics. Called on an event loop, so it may not block. */
public interface JobObserver {
  /** Nobody measures. */
  JobObserver NONE =
      new JobObserver() {
        @Override
        public void ended(String kind, Outcome outcome, Duration took) {
          // Nobody asks.
        }

        @Override
        public void counted(List<Count> counts) {
          // Nobody asks.
        }
      };

  /** What came of an attempt. */
  enum Outcome {
    /** Completed. */
    DONE,
    /** Failed, and waits for another attempt. */
    FAILED,
    /** Failed for the last time. */
    DIED,
    /** Somebody else has the job now. */
    LOST
  }

  /**
   * Jobs of all tenants together.
   *
   * @param state waiting, running or dead
   */
  record Count(String kind, String state, long jobs) {}

  /** An attempt ended. */
  void ended(String kind, Outcome outcome, Duration took);

  /** How many there are: every few seconds. */
  void counted(List<Count> counts);
}
