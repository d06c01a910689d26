package nl.banenschakel.web;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.report.ReportService;

/** Lets those see pages who are signed in with a role for it. */
public record Readers(Optional<SignIn> signIn, Html html) {

  /** A page of reports, for who may read them. */
  Future<Reply> read(Call call, Function<Caller, Future<Reply>> page) {
    return read(call, ReportService.READERS, page);
  }

  /** The page for whoever is signed in; others are told to sign in, or that they may not. */
  public Future<Reply> read(Call call, Set<Role> roles, Function<Caller, Future<Reply>> page) {
    return signIn
        .flatMap(present -> present.caller(call.cookie(present.cookieName())))
        .map(call::signedIn)
        .map(caller -> allowed(caller, roles) ? page.apply(caller) : refused())
        .orElseGet(() -> Future.succeededFuture(signInFirst()));
  }

  private static boolean allowed(Caller caller, Set<Role> roles) {
    return caller.roles().stream().anyMatch(roles::contains);
  }

  private static Future<Reply> refused() {
    return Future.failedFuture(
        new Failure.Refused("ROLE_MISSING", "Whoever is signed in has no role that may do this."));
  }

  /**
   * A 401 must name a scheme (RFC 9110, section 11.6.1); this one makes no browser ask anything.
   */
  private Reply signInFirst() {
    var message = signIn.isPresent() ? Message.SIGN_IN_WITH_LINK : Message.SIGN_IN_LATER;
    return html.message(message).withStatus(401).with("WWW-Authenticate", "Cookie");
  }
}
