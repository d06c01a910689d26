package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries as a browser gets them. */
class UploadPageIT {
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static final String WAITING = "http-equiv=\"refresh\"";

  private static TestGateway gateway;

  private UUID organisation;
  private ApiClient client;
  private String cookie;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void somebody_is_signed_in() {
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR);
    cookie = session(Role.HR);
  }

  @Test
  void a_refused_file_is_told_with_line_column_and_sentence_and_its_rows_can_be_had() {
    var address = refused();

    var page = get(address);

    assertThat(page.body())
        .contains("<h1>Contracten: geweigerd</h1>", "1 fout", ">2</th>", "elfproef")
        .contains("href=\"" + address + "/errors.xlsx\"")
        .doesNotContain(WAITING, "999990018", "<script");
    var workbook = get(address + "/errors.xlsx");
    assertThat(workbook.statusCode()).isEqualTo(200);
    assertThat(workbook.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(
            gateway
                .as(organisation, Role.PRIVACY)
                .get("/v1/audit-lines?operation=downloadUploadErrors")
                .items())
        .hasSize(1);
  }

  @Test
  void the_other_language_is_a_link_away() {
    var address = refused();

    var page = get(address + "?lang=en").body();

    assertThat(get(address).body()).contains("href=\"" + address + "?lang=en\"");
    assertThat(page)
        .contains("<html lang=\"en\">", "<h1>Contracts: refused</h1>", "11-proef", "Sign out")
        .contains("href=\"" + address + "/errors.xlsx?lang=en\"", "href=\"" + address + "\"");
    assertThat(get("/uploads?lang=en").body()).contains("Deliveries", address + "?lang=en");
    assertThat(get(address + "?lang=fr").statusCode()).isEqualTo(400);
  }

  @Test
  void one_that_is_awaited_refreshes_itself_and_can_be_called_off() {
    var address = announced();

    var page = get(address);

    assertThat(page.body()).contains(WAITING, "action=\"" + address + "/cancel\"", "0 %");
    assertThat(post("cross-site", address + "/cancel").statusCode()).isEqualTo(403);
    var calledOff = post("same-origin", address + "/cancel");
    assertThat(calledOff.statusCode()).isEqualTo(303);
    assertThat(calledOff.headers().firstValue("Location")).hasValue(address);
    assertThat(get(address).body()).contains("Contracten: afgebroken").doesNotContain(WAITING);
    assertThat(post("same-origin", address + "/cancel").statusCode()).isEqualTo(303);
  }

  @Test
  void a_delivery_that_took_effect_is_told_with_its_counts() {
    var upload = client.postContracts(NUMBER, CONTRACTS).expect(201).header("Location");

    var page = get(upload.replace("/v1", "")).body();

    assertThat(page)
        .contains("Contracten: verwerkt", "Nieuw", "<td role=\"cell\" class=\"number\">3");
    assertThat(post("same-origin", upload.replace("/v1", "") + "/cancel").statusCode())
        .isEqualTo(303);
    assertThat(get("/").body()).contains("href=\"/uploads\"");
  }

  @Test
  void who_may_not_deliver_sees_what_came_of_it_and_no_rows() {
    var address = refused();
    var waiting = announced();
    cookie = session(Role.FINANCE);

    assertThat(get(address).body()).contains("elfproef").doesNotContain("errors.xlsx");
    assertThat(get(waiting).body()).doesNotContain("/cancel");
    assertThat(get(address + "/errors.xlsx").statusCode()).isEqualTo(403);
    assertThat(post("same-origin", waiting + "/cancel").statusCode()).isEqualTo(403);
    cookie = session(Role.PRIVACY);
    assertThat(get(address).statusCode()).isEqualTo(403);
  }

  @Test
  void what_is_somebody_elses_is_not_there_and_nobody_is_nobody() {
    var address = refused();
    organisation = gateway.createOrganisation("Voorbeeld Bouw", NUMBER);
    cookie = session(Role.HR);

    assertThat(get(address).statusCode()).isEqualTo(404);
    assertThat(get(address + "/errors.xlsx").statusCode()).isEqualTo(404);
    assertThat(post("same-origin", address + "/cancel").statusCode()).isEqualTo(404);
    assertThat(get("/uploads").body()).contains("nog niets aangeleverd").doesNotContain(address);
    cookie = "banenschakel=none";
    assertThat(get(address).statusCode()).isEqualTo(401);
    assertThat(get("/uploads").statusCode()).isEqualTo(401);
  }

  private String refused() {
    var answer = client.postContracts(NUMBER, CONTRACTS.replace(ANNA, "999990018")).expect(400);
    return answer.json().getString("upload").replace("/v1", "");
  }

  private String announced() {
    var draft =
        "{\"kind\":\"contracts\",\"loonheffingennummer\":\"%s\",\"delivery\":\"full\",\"bytes\":9}"
            .formatted(NUMBER);
    var announced = client.post("/v1/uploads", "application/json", draft).expect(201);
    return announced.header("Location").replace("/v1", "");
  }

  private String session(Role role) {
    var code = gateway.signInCode(organisation, role);
    var signedIn = send(form("same-origin", "/sign-in", "code=" + code));
    return signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpResponse<String> post(String site, String path) {
    return send(form(site, path, ""));
  }

  private HttpRequest.Builder form(String site, String path, String fields) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", site)
        .POST(BodyPublishers.ofString(fields));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.base().resolve(path))
        .header("Accept", "text/html,*/*;q=0.8")
        .header("Cookie", Optional.ofNullable(cookie).orElse("x=y"));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return BROWSER.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
