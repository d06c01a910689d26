package nl.banenschakel.web;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/**
 * Where a sign-in link leads. Following it shows a button and uses nothing up: programs that look
 * at links before people do would else spend them.
 */
final class SignInPage {
  static final String PATH = "/sign-in";
  private static final String CODE = "code";

  private final SignIn signIn;
  private final Html html;

  SignInPage(SignIn signIn, Html html) {
    this.signIn = signIn;
    this.html = html;
  }

  void mount(Endpoints http) {
    http.open("showSignIn", PATH, Reads.NO_PERSONS, this::show);
    http.form("signIn", PATH, Reads.NO_PERSONS, this::signIn);
    http.form("signOut", "/sign-out", Reads.NO_PERSONS, this::signOut);
  }

  private Future<Reply> show(Call call) {
    var parameters = call.parameters();
    var shown = parameters.query(CODE, String::valueOf).optional();
    var code = parameters.build(shown).flatMap(Secret::parse).filter(signIn::knows);
    return Future.succeededFuture(
        code.map(good -> html.page("sign-in.jte", Map.of(CODE, good.text())))
            .orElseGet(this::refused));
  }

  private Future<Reply> signIn(Call call) {
    return call.form()
        .map(fields -> Optional.ofNullable(fields.get(CODE)))
        .map(code -> code.flatMap(Secret::parse).flatMap(signIn::use))
        .map(session -> session.map(begun -> signedIn(call, begun)).orElseGet(this::refused));
  }

  /** Whoever was signed in with this browser before, no longer is. */
  private Reply signedIn(Call call, Secret session) {
    signIn.end(call.cookie(signIn.cookieName()));
    return Reply.seeOther(ReportPage.PATH).with("Set-Cookie", signIn.cookie(session));
  }

  private Future<Reply> signOut(Call call) {
    signIn.end(call.cookie(signIn.cookieName()));
    return Future.succeededFuture(
        Reply.seeOther(ReportPage.PATH).with("Set-Cookie", signIn.noCookie()));
  }

  private Reply refused() {
    return html.message(Message.LINK_SPENT).withStatus(401).with("WWW-Authenticate", "Cookie");
  }
}
