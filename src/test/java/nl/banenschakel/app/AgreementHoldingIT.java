package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version is in force when: each accepted one takes the place of those before it. */
class AgreementHoldingIT extends TwoAgreeing {
  private static final String AGREEMENT =
      """
      insert into agreement.agreement (tenant_id, agreement_id, relation_id, counterparty_id, made_by)
      values ('%s', '%s', '%s', '%s', 'x')
      """;
  private static final String VERSION =
      """
      insert into agreement.version (
        tenant_id, agreement_id, version, counterparty_id, revision, document, hash, valid_from, valid_until, proposed_by)
      values ('%1$s', '%2$s', %3$d, '%4$s', %3$d, '{', repeat('0', 64), '%5$s', nullif('%6$s', '-')::date, 'x')
      """;
  private static final String STEP =
      """
      insert into agreement.step (
        tenant_id, agreement_id, nth, counterparty_id, step, state, version, hash, last_day, taken_by)
      values ('%1$s', '%2$s', %3$d, '%4$s', '%5$s', '%6$s', %7$d, repeat('0', 64), nullif('%8$s', '-')::date, 'x')
      """;

  @ParameterizedTest(name = "{0} ended {1} gives {2}")
  @CsvSource({
    "2026-01-01/2026-12-31+,-,1 2026-01-01 2026-12-31",
    "2026-01-01/-+,-,1 2026-01-01 -",
    "2026-01-01/-+ 2026-07-01/-+,-,1 2026-01-01 2026-06-30; 2 2026-07-01 -",
    "2026-01-01/-+ 2026-07-01/2026-09-30+,-,1 2026-01-01 2026-06-30; 2 2026-07-01 2026-09-30",
    "2026-01-01/-+ 2026-07-01/-,-,1 2026-01-01 -",
    "2026-07-01/-+ 2026-01-01/-+,-,2 2026-01-01 -",
    "2026-01-01/-+ 2026-03-01/-+ 2026-02-01/-+,-,1 2026-01-01 2026-01-31; 3 2026-02-01 -",
    "2026-01-01/-+,2026-05-31,1 2026-01-01 2026-05-31",
    "2026-01-01/-+ 2026-07-01/-+,2026-05-31,1 2026-01-01 2026-05-31",
  })
  void versions_are_in_force_by_turns(String versions, String ended, String expected) {
    var address = "/v1/agreements/" + plant(versions.split(" ", -1), ended);

    var shown = lender.get(address).expect(200).json();

    var holdings =
        shown.getJsonArray("holdings").stream()
            .map(JsonObject.class::cast)
            .map(
                it ->
                    "%d %s %s"
                        .formatted(
                            it.getInteger("version"),
                            it.getString("from"),
                            it.getString("until", "-")))
            .collect(Collectors.joining("; "));
    assertThat(holdings.replace("null", "-")).isEqualTo(expected);
    assertThat(school.get(address).json()).isEqualTo(shown);
  }

  private UUID plant(String[] versions, String ended) {
    var id = UUID.randomUUID();
    insert(
        AGREEMENT.formatted(schoolId, id, relation.substring("/v1/relations/".length()), lenderId));
    for (int i = 1; i <= versions.length; i++) {
      var days = versions[i - 1].replace("+", "").split("/", -1);
      insert(VERSION.formatted(schoolId, id, i, lenderId, days[0], days[1]));
      if (versions[i - 1].endsWith("+")) {
        insert(STEP.formatted(lenderId, id, i, schoolId, "ACCEPT", "ACCEPTED", i, "-"));
      } else {
        insert(STEP.formatted(schoolId, id, i, lenderId, "PROPOSE", "AMENDING", i, "-"));
      }
    }
    if (!ended.equals("-")) {
      int last = versions.length;
      insert(STEP.formatted(schoolId, id, last + 1, lenderId, "END", "ENDED", last, ended));
    }
    return id;
  }

  private static void insert(String row) {
    gateway.database().asSuperuser(row);
  }
}
