package nl.banenschakel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** Every figure of the page is a link, and every link leads somewhere. */
class RowsPageIT extends OneSite {
  private static final Pattern LINK = Pattern.compile("<a href=\"(/vergelijkingen/[^\"]+)\"");
  private static final Pattern AMOUNT = Pattern.compile("class=\"(?:number|amount)\">([^<]*[0-9])");

  @Test
  void every_link_leads_to_a_page_and_none_holds_a_number_of_somebody() {
    var session = session("EMP-0001");

    var pages = follow(session);

    assertThat(pages.keySet())
        .anyMatch(it -> it.contains("/mensen/"))
        .anyMatch(it -> it.contains("/verdeling"))
        .anyMatch(it -> it.contains("/inkomens?soort=counted"))
        .anyMatch(it -> it.contains("/inkomens?soort=all&amp;tijdvak=2026-M02"))
        .anyMatch(it -> it.contains("/rapport.csv"))
        .noneMatch(it -> it.contains("EMP-0001") || it.contains("001000275"));
    assertThat(
            pages.get(
                pages.keySet().stream()
                    .filter(it -> it.endsWith(".csv"))
                    .findFirst()
                    .orElseThrow()))
        .startsWith("\uFEFFsoort;personeelsnummer");
  }

  @Test
  void figures_of_the_report_are_links() {
    var html = site.get("/", "Cookie", session("EMP-0001")).body();

    // Lines of a list lead nowhere on a page; all other totals do.
    assertThat(AMOUNT.matcher(html).results().map(it -> it.group(1)).distinct())
        .containsOnly("15", "25,50", "1.514", "97");
  }

  @Test
  void a_long_table_is_browsed_to_its_end() {
    var organisation = SampleRun.insert(database, "Zorg", "EMP-0001").organisation();
    database.asSuperuser(
        """
        insert into reconciliation.person
          (tenant_id, run_id, person_id, personnel_number, since, contract_hours_per_week,
           contract_hours_on_last_day, verloonde_uren)
        select tenant_id, run_id, gen_random_uuid(), 'N-' || n, '2020-08-02', 25.5, 25.5, n
          from reconciliation.run, generate_series(1, 250) n
         where tenant_id = '%s'
        """
            .formatted(organisation));
    var session = site.session(organisation, Role.FINANCE);

    var pages = follow(session);

    assertThat(String.join("", pages.values())).contains(">N-1<", ">N-99<", ">N-250<");
    assertThat(pages.keySet().stream().filter(it -> it.contains("/mensen?na="))).hasSize(2);
  }

  @Test
  void another_organisations_rows_are_not_there_and_a_role_without_reports_is_refused() {
    var mine = follow(session("MINE-1")).keySet();
    var other = session("OTHER-1");
    var admin = site.session(UUID.randomUUID(), Role.ADMIN);

    for (var address : mine.stream().map(RowsPageIT::plain).toList()) {
      assertThat(site.get(address, "Cookie", other).statusCode()).isEqualTo(404);
      assertThat(site.get(address, "Cookie", admin).statusCode()).isEqualTo(403);
      assertThat(site.get(address).statusCode()).isEqualTo(401);
    }
  }

  private static String session(String number) {
    return site.session(SampleRun.insert(database, "Zorg", number).organisation(), Role.FINANCE);
  }

  /** Every page that the report leads to, in however many steps. */
  private static Map<String, String> follow(String session) {
    var pages = new LinkedHashMap<String, String>();
    var left = new ArrayDeque<>(links(site.get("/", "Cookie", session).body()));
    while (!left.isEmpty()) {
      var address = left.remove();
      if (!pages.containsKey(address)) {
        var reply = site.get(plain(address), "Cookie", session);
        assertThat(reply.statusCode()).as(address).isEqualTo(200);
        pages.put(address, reply.body());
        left.addAll(links(reply.body()));
      }
    }
    return pages;
  }

  private static List<String> links(String html) {
    return LINK.matcher(html).results().map((MatchResult it) -> it.group(1)).toList();
  }

  private static String plain(String address) {
    return address.replace("&amp;", "&");
  }
}
