package nl.banenschakel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a browser gets it. */
class ReportPageIT extends OneSite {
  private static final Pattern TAGS = Pattern.compile("<[^>]*>");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  @Test
  void it_says_how_many_jobs_count_and_how_that_was_reckoned() {
    var text = text(page("Zorg", "EMP-0001"));

    assertThat(text)
        .contains(
            "Zorg, loonheffingennummer 001000275L01, van 1 januari 2026 tot en met 31 maart 2026")
        .contains("2,8828 banen 3.837 verloonde uren / 1.331 uren per baan per jaar")
        .contains("12,8039 banen 326,5 contracturen per week / 25,5 uren per baan per week")
        .contains("Verloonde uren van iedereen 17.883")
        .contains("2 april 2026 om 11.30 uur")
        .contains(SampleRun.HASH);
  }

  @Test
  void what_was_not_asked_is_not_called_a_no() {
    var text = text(page("Zorg", "EMP-0001"));

    assertThat(text)
        .contains("januari 2026 2026-M01 aangeleverd gevraagd")
        .contains("februari 2026 2026-M02 ontbreekt gevraagd")
        .contains("maart 2026 2026-M03 aangeleverd niet gevraagd")
        .contains("Over februari 2026 ontbreekt de loonaangifte")
        .contains("Over maart 2026 is het register niet gevraagd");
  }

  @Test
  void people_and_differences_are_told_with_the_next_step() {
    var text = text(page("Zorg", "EMP-0001"));

    assertThat(text)
        .contains("EMP-0001 02-08-2020 25,50 1.514")
        .contains("niet bekend geen geen 97")
        .contains("Los 3 verschillen op:")
        .contains("Minder uren dan in het contract (1)")
        .contains("EMP-0001 januari 2026 EMP-0001 heeft in 2026-M01 60 verloonde uren")
        .contains("Lever de loonaangifte over 2026-M02 aan en maak de vergelijking opnieuw.")
        .contains("Regel 7 van de lijst hele periode Regel 7 van de registerlijst");
  }

  @Test
  void it_is_built_for_everybody() {
    var html = page("Zorg", "EMP-0001");

    assertThat(html)
        .startsWith("<!doctype html>\n<html lang=\"nl\">")
        .contains("<main id=\"inhoud\"")
        .contains("<a class=\"skip\" href=\"#inhoud\">");
    assertThat(count(html, "<h1")).isEqualTo(1);
    assertThat(count(html, "<caption>")).isEqualTo(count(html, "<table"));
    assertThat(count(html, "<th>") + count(html, "<th ")).isEqualTo(count(html, "scope="));
    assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(html).results().map(it -> it.group(1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void nothing_in_it_runs_and_nothing_comes_from_elsewhere() {
    var organisation = SampleRun.insert(database, "Zorg", "EMP-0001").organisation();
    var reply = site.get("/", "Cookie", site.session(organisation, Role.FINANCE));
    var html = reply.body();

    assertThat(html).doesNotContainIgnoringCase("<script", "<style", " style=", "//");
    assertThat(html).doesNotContainPattern("\\son\\w+=");
    assertThat(reply.headers().firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'");
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(reply.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
  }

  @Test
  void its_files_are_there_and_may_be_kept() {
    var html = site.get("/").body();
    var files =
        Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"").matcher(html).results().toList();

    assertThat(files).hasSizeGreaterThan(1);
    for (var file : files) {
      var reply = site.get(file.group(1), "Accept", "*/*");

      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.headers().firstValue("Cache-Control"))
          .get()
          .asString()
          .contains("immutable");
      assertThat(reply.headers().firstValue("Content-Type"))
          .get()
          .asString()
          .doesNotContain("html");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "</title><b>", "&lt;b&gt;"})
  void what_a_file_brought_in_stays_text(String hostile) {
    var html = page(hostile, hostile);

    assertThat(html)
        .doesNotContain(hostile)
        .contains(hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  @Test
  void an_organisation_sees_its_own_report_and_no_other() {
    SampleRun.insert(database, "Andere Zorg", "OTHER-77");

    var mine = page("Mijn Zorg", "MINE-1");
    var none = site.get("/", "Cookie", site.session(UUID.randomUUID(), Role.HR));

    assertThat(mine).contains("Mijn Zorg", "MINE-1").doesNotContain("Andere Zorg", "OTHER-77");
    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(none.body()).contains("Er is nog geen rapport").doesNotContain("001000275L01");
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "LENDER", "SUPPLIER", "PRIVACY"})
  void a_role_without_reports_gets_a_page_that_says_so(Role role) {
    var organisation = SampleRun.insert(database, "Zorg", "EMP-0001").organisation();

    var reply = site.get("/", "Cookie", site.session(organisation, role));

    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(reply.body()).contains("U mag deze pagina niet zien").doesNotContain("EMP-0001");
  }

  @Test
  void a_defect_is_a_page_without_details() {
    var organisation = SampleRun.insert(database, "Zorg", "EMP-0001").organisation();
    database.asSuperuser(
        "update reconciliation.finding set code = 'NO_SUCH' where tenant_id = '%s'"
            .formatted(organisation));

    var reply = site.get("/", "Cookie", site.session(organisation, Role.FINANCE));

    assertThat(reply.statusCode()).isEqualTo(500);
    assertThat(reply.body())
        .contains("Er ging iets mis")
        .doesNotContain("NO_SUCH", "Exception", "EMP-0001");
  }

  private static String page(String name, String personnelNumber) {
    var organisation = SampleRun.insert(database, name, personnelNumber).organisation();
    var reply = site.get("/", "Cookie", site.session(organisation, Role.FINANCE));
    assertThat(reply.statusCode()).isEqualTo(200);
    return reply.body();
  }

  private static String text(String html) {
    return SPACE
        .matcher(TAGS.matcher(html).replaceAll(" "))
        .replaceAll(" ")
        .replace(" ,", ",")
        .replace(" .", ".");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
