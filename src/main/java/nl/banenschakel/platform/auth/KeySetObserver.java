package nl.banenschakel.platform.auth;

/** Is told of every fetch of keys: for metrics. */
@FunctionalInterface
public interface KeySetObserver {
  /** What came of a fetch. */
  enum Outcome {
    /** Other keys than before. */
    CHANGED,
    /** The same ones. */
    UNCHANGED,
    /** Nothing that can be used: the last good keys stay. */
    FAILED
  }

  /** A fetch ended. */
  void fetched(Outcome outcome);
}
