package nl.banenschakel.platform.http;

import java.util.Optional;

/**
 * How a failure looks to a person. Asked only for requests that prefer HTML to a problem document,
 * as browsers do.
 */
@FunctionalInterface
public interface ErrorPage {
  /** There are no pages: every failure is a problem document. */
  ErrorPage NONE = (path, status) -> Optional.empty();

  /**
   * The page for a status; none when the path is no page's, such as an operation's.
   *
   * @param path of the request, as it was sent
   */
  Optional<Reply> of(String path, int status);
}
