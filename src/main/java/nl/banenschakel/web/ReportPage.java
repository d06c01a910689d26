package nl.banenschakel.web;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.report.Report;
import nl.banenschakel.report.ReportService;

/** The newest report of the organisation of whoever is signed in. */
final class ReportPage {
  static final String PATH = "/";

  private final ReportService reports;
  private final Optional<SignIn> signIn;
  private final Html html;

  ReportPage(ReportService reports, Optional<SignIn> signIn, Html html) {
    this.reports = reports;
    this.signIn = signIn;
    this.html = html;
  }

  void mount(Endpoints http) {
    http.open("showReport", PATH, Reads.REGISTER, this::show);
  }

  private Future<Reply> show(Call call) {
    return signIn
        .flatMap(present -> present.caller(call.cookie(present.cookieName())))
        .map(call::signedIn)
        .map(this::report)
        .orElseGet(() -> Future.succeededFuture(signInFirst()));
  }

  private Future<Reply> report(Caller caller) {
    if (caller.roles().stream().noneMatch(ReportService.READERS::contains)) {
      return Future.failedFuture(
          new Failure.Refused(
              "ROLE_MISSING", "Whoever is signed in has no role that may do this."));
    }
    return reports
        .newest(caller, Shown.ROWS_MAX)
        .map(newest -> newest.map(this::page).orElseGet(() -> html.page("no-run.jte", Map.of())));
  }

  private Reply page(Report.Glance glance) {
    var groups = glance.groups().stream().map(Group::new).toList();
    var people = Map.of("report", glance.report(), "people", glance.people(), "groups", groups);
    return html.page("report.jte", people).about(People.of(glance.report().people()));
  }

  /**
   * A 401 must name a scheme (RFC 9110, section 11.6.1); this one makes no browser ask anything.
   */
  private Reply signInFirst() {
    var message = signIn.isPresent() ? Message.SIGN_IN_WITH_LINK : Message.SIGN_IN_LATER;
    return html.message(message).withStatus(401).with("WWW-Authenticate", "Cookie");
  }
}
