package nl.banenschakel.web;

import java.util.Optional;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.UploadService;
import nl.banenschakel.report.ReportService;
import nl.banenschakel.web.upload.UploadPage;

/** The pages as a whole, for the wiring. */
public final class Web {
  private static final String OPERATIONS = "/v1";

  private final ReportService reports;
  private final UploadService uploads;
  private final Optional<SignIn> signIn;

  /** One for all servers: files are read before an event loop serves. */
  private final Html html = new Html();

  private Web(ReportService reports, UploadService uploads, Optional<SignIn> signIn) {
    this.reports = reports;
    this.uploads = uploads;
    this.signIn = signIn;
  }

  /**
   * Over the services it shows.
   *
   * @param signIn one for all servers of this process; none in production, where nobody can sign in
   *     with a link and its addresses do not exist
   */
  public static Web of(ReportService reports, UploadService uploads, Optional<SignIn> signIn) {
    return new Web(reports, uploads, signIn);
  }

  /** Adds the pages, their files, and how failures look in a browser outside {@code /v1}. */
  public void mount(Endpoints http) {
    html.assets().forEach(asset -> asset.mount(http));
    var readers = new Readers(signIn, html);
    new ReportPage(reports, readers, html).mount(http);
    new RowsPage(reports, readers, html).mount(http);
    new UploadPage(uploads, readers, html).mount(http);
    signIn.ifPresent(present -> new SignInPage(present, html).mount(http));
    http.errorPage(
        (path, status) ->
            path.equals(OPERATIONS) || path.startsWith(OPERATIONS + "/")
                ? Optional.empty()
                : Optional.of(html.message(Message.of(status)).withStatus(status)));
  }
}
