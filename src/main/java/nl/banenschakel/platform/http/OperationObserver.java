package nl.banenschakel.platform.http;

import java.time.Duration;

/** Is told of every answer: for metrics. Called on an event loop, so it may not block. */
@FunctionalInterface
public interface OperationObserver {

  /**
   * An answer was written, or could not be any more.
   *
   * @param operationId as in the contract, or {@value Exchange#NO_OPERATION}: never a path, so the
   *     number of different ones is bounded
   * @param status the HTTP status; 499 when the other side had gone
   * @param duration from the request's head to the answer's last byte
   */
  void answered(String operationId, int status, Duration duration);
}
