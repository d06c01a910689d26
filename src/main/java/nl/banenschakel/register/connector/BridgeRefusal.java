package nl.banenschakel.register.connector;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import nl.banenschakel.platform.auth.AccessTokenFailed;
import nl.banenschakel.platform.client.UpstreamAnswer;
import nl.banenschakel.platform.client.UpstreamFailed;

/** What an answer over HTTP that is none means, in the words of the port. */
final class BridgeRefusal {

  /** Answers that are told apart by their code. */
  private enum Code {
    NUMBER_UNKNOWN,
    LIST_GONE
  }

  /** The bridge can no longer give the rest of a list. */
  static final class ListGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ListGone() {
      super("The list is gone", null, false, false);
    }
  }

  private BridgeRefusal() {}

  /** The body of an answer that is one, or the failure that it means. */
  static Buffer taken(UpstreamAnswer answer) {
    if (answer.status() != 200) {
      throw refusal(answer);
    }
    if (!answer.contentType().equals("application/json")) {
      throw unreadable("The answer is no JSON.");
    }
    return answer.body();
  }

  private static RuntimeException refusal(UpstreamAnswer answer) {
    var code = BridgeJson.code(answer.body()).orElse("");
    return switch (answer.status()) {
      case 401 ->
          failed(BridgeFailed.Reason.ACCESS_REFUSED, "It does not take our certificate or token.");
      case 403 ->
          failed(
              BridgeFailed.Reason.MANDATE_MISSING,
              "We may not ask this for this employer: look at the mandate in eHerkenning.");
      case 404 ->
          code.equals(Code.NUMBER_UNKNOWN.name())
              ? failed(
                  BridgeFailed.Reason.NUMBER_UNKNOWN,
                  "The register does not know this loonheffingennummer.")
              : unreadable("It has no such address: look at register.connector.url.");
      case 409 ->
          code.equals(Code.LIST_GONE.name())
              ? new ListGone()
              : unreadable("It answered with status 409.");
      case 429, 502, 503, 504 ->
          new BridgeFailed(
              BridgeFailed.Reason.BUSY, "It asks to come back later.", answer.retryAfter());
      case 500 -> failed(BridgeFailed.Reason.DEFECT, "Something went wrong there.");
      default -> unreadable("It answered with status %d.".formatted(answer.status()));
    };
  }

  /** Whatever went wrong, in the words of the port. */
  static <T> Future<T> translated(Throwable cause) {
    if (cause instanceof UpstreamFailed upstream) {
      return Future.failedFuture(failed(reason(upstream), upstream.getMessage() + ""));
    }
    if (cause instanceof AccessTokenFailed token) {
      var reason =
          token.isTemporary() ? BridgeFailed.Reason.BUSY : BridgeFailed.Reason.ACCESS_REFUSED;
      return Future.failedFuture(failed(reason, token.getMessage() + ""));
    }
    return Future.failedFuture(cause);
  }

  private static BridgeFailed.Reason reason(UpstreamFailed upstream) {
    return switch (upstream.reason()) {
      case UNREACHABLE -> BridgeFailed.Reason.UNREACHABLE;
      case TIMED_OUT -> BridgeFailed.Reason.TIMED_OUT;
      case TOO_LARGE -> BridgeFailed.Reason.UNREADABLE;
      case LEFT_ALONE -> BridgeFailed.Reason.LEFT_ALONE;
    };
  }

  static BridgeFailed unreadable(String detail) {
    return failed(BridgeFailed.Reason.UNREADABLE, detail);
  }

  private static BridgeFailed failed(BridgeFailed.Reason reason, String detail) {
    return new BridgeFailed(reason, detail);
  }
}
