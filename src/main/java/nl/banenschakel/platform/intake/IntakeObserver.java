package nl.banenschakel.platform.intake;

import java.time.Duration;

/** Is told how long the stages of each delivery took. */
@FunctionalInterface
public interface IntakeObserver {
  /** For whom nobody measures. */
  IntakeObserver NONE = (kind, stage, took) -> {};

  /** A part of the work on a delivery. */
  enum Stage {
    /** Reading, checking and sealing rows, on a worker thread, while {@link #WRITE} goes on. */
    DECODE,
    /** Batches to staging; of batches that are written at the same moment the times add up. */
    WRITE,
    /** Looking for mistakes that show only when all rows are there. */
    CHECK,
    /** Taking effect, set-based. */
    MERGE,
    /** Emptying staging. */
    PURGE
  }

  /**
   * One step was done.
   *
   * @param kind of delivery, such as {@code contracts}
   */
  void did(String kind, Stage stage, Duration took);
}
