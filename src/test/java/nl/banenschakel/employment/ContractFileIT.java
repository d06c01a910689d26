package nl.banenschakel.employment;

import static nl.banenschakel.employment.ContractDelivery.Scope.CHANGES;
import static nl.banenschakel.employment.ContractDelivery.Scope.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import nl.banenschakel.platform.intake.Upload;
import org.junit.jupiter.api.Test;

class ContractFileIT extends ContractDeliveries {

  @Test
  void first_delivery_is_all_new() {
    var upload = deliver(FULL, ANNA, BAS, CAS);

    assertThat(upload.state()).isEqualTo(Upload.State.ACCEPTED);
    assertThat(counts(upload)).isEqualTo(counts(3, 3, 0, 0, 0));
    assertThat(known())
        .containsExactly(
            "C 3 C-3 3 2024-05-01 0 null 12.00 false null",
            "P 2024-03-01 1 2024-03-01 0 null 36.00 true Zorg",
            "P 2024-04-01 2 2024-04-01 0 2026-12-31 24.50 false null");
    assertThat(rows("employment.staged")).isZero();
    assertThat(rows("person.staged")).isZero();
    assertThat(rows("person.person")).isEqualTo(3);
  }

  @Test
  void same_bytes_again_have_no_second_effect() {
    var first = deliver(FULL, ANNA, BAS);

    var again = deliver(FULL, ANNA, BAS);

    assertThat(again).isEqualTo(first);
    assertThat(rows("intake.upload")).isEqualTo(1);
    assertThat(rows("employment.contract")).isEqualTo(2);
  }

  @Test
  void same_contracts_in_another_order_change_nothing() {
    var parts = "4;999942487;01-05-2024;;8;;C-3;\n";
    assertThat(counts(deliver(FULL, ANNA, BAS, CAS, parts))).isEqualTo(counts(4, 4, 0, 0, 0));

    var upload = deliver(FULL, parts, CAS, BAS, ANNA);

    assertThat(counts(upload)).isEqualTo(counts(4, 0, 0, 4, 0));
    assertThat(rows("employment.contract")).isEqualTo(4);
  }

  @Test
  void change_is_a_new_version_from_the_instant_the_old_one_ends() {
    deliver(FULL, ANNA, BAS);

    var upload = deliver(FULL, ANNA, BAS.replace("24,5", "32"));

    assertThat(counts(upload)).isEqualTo(counts(2, 0, 1, 1, 0));
    assertThat(known()).hasSize(2).anyMatch(it -> it.contains(" 32.00 "));
    assertThat(
            texts(
                "select (old.known_until = new.known_from and old.known_from < new.known_from)::text"
                    + " from employment.contract old join employment.contract new using (contract_key)"
                    + " where old.known_until < 'infinity' and new.known_until = 'infinity'"))
        .containsExactly("true");
  }

  @Test
  void what_a_full_delivery_no_longer_has_is_closed_without_an_end_date() {
    deliver(FULL, ANNA, BAS);

    var upload = deliver(FULL, BAS);

    assertThat(counts(upload)).isEqualTo(counts(1, 0, 0, 1, 1));
    assertThat(known()).hasSize(1);
    assertThat(
            texts(
                "select coalesce(end_date::text, 'none') from employment.contract"
                    + " where known_until < 'infinity'"))
        .containsExactly("none");
  }

  @Test
  void what_was_closed_may_come_back() {
    var first = deliver(FULL, ANNA, BAS);
    deliver(FULL, BAS);

    var again = deliver(FULL, ANNA, BAS);

    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(counts(again)).isEqualTo(counts(2, 1, 0, 1, 0));
    assertThat(known()).hasSize(2);
    assertThat(rows("employment.contract")).isEqualTo(3);
  }

  @Test
  void changes_touch_only_the_contracts_they_have() {
    deliver(FULL, ANNA, BAS, CAS, "3;999942487;01-06-2025;;20;;C-3;\n");

    var upload = deliver(CHANGES, ANNA.replace(";36;", ";30;"), CAS);

    assertThat(counts(upload)).isEqualTo(counts(2, 0, 1, 1, 1));
    assertThat(known())
        .containsExactly(
            "C 3 C-3 3 2024-05-01 0 null 12.00 false null",
            "P 2024-03-01 1 2024-03-01 0 null 30.00 true Zorg",
            "P 2024-04-01 2 2024-04-01 0 2026-12-31 24.50 false null");
  }

  @Test
  void contract_number_that_somebody_else_has_too_is_another_contract() {
    deliver(FULL, CAS, "5;999972091;01-05-2024;;16;;C-3;\n");

    var upload = deliver(CHANGES, CAS.replace(";12;", ";14;"));

    assertThat(counts(upload)).isEqualTo(counts(1, 0, 1, 0, 0));
    assertThat(known()).hasSize(2);
  }

  @Test
  void full_delivery_closes_contracts_of_its_own_source_only() {
    deliver(FULL, ANNA);

    var upload = take(caller, new ContractDelivery(NUMBER, "planning", FULL), BAS);

    assertThat(counts(upload)).isEqualTo(counts(1, 1, 0, 0, 0));
    assertThat(known()).hasSize(2);
  }

  @Test
  void version_is_later_than_the_last_one_should_the_clock_be_set_back() {
    deliver(FULL, ANNA);
    database.asSuperuser(
        "update employment.contract set known_from = known_from + interval '1 year'");
    database.asSuperuser("update employment.clock set latest = latest + interval '1 year'");

    deliver(FULL, ANNA.replace(";36;", ";30;"));

    assertThat(texts("select (known_from < known_until)::text from employment.contract"))
        .containsExactly("true", "true");
  }

  @Test
  void a_contract_keeps_its_id_through_changes_and_after_it_was_closed() {
    deliver(FULL, ANNA, CAS, "3;999942487;01-06-2025;;20;;C-3;\n");
    deliver(FULL, ANNA.replace(";36;", ";30;"));

    deliver(FULL, ANNA, CAS.replace(";12;", ";14;"), "3;999942487;01-07-2025;;20;;C-3;\n");

    assertThat(
            texts(
                "select contract_key || ' ' || count(*) || ' ' || count(distinct contract_id)"
                    + " from employment.contract group by contract_key order by 1"))
        .containsExactly("C 3 C-3 3 4 1", "P 2024-03-01 1 3 1");
    assertThat(texts("select count(distinct contract_id)::text from employment.contract"))
        .containsExactly("2");
  }

  @Test
  void where_somebody_works_is_kept_and_is_part_of_what_a_contract_says() {
    var header = "Personeelsnummer;BSN;Begindatum;Contracturen per week;Afdeling;Schoolnaam;Kpl\n";
    var delivery = new ContractDelivery(NUMBER, "hr", FULL);
    deliverAs(delivery, header, "1;999969043;01-03-2024;36;Groep 3;De Regenboog;4100\n");

    var upload = deliverAs(delivery, header, "1;999969043;01-03-2024;36;Groep 3;Het Anker;4100\n");

    assertThat(counts(upload)).isEqualTo(counts(1, 0, 1, 0, 0));
    assertThat(
            texts(
                "select concat_ws(', ', department, school, cost_centre)"
                    + " from employment.published_contract"))
        .containsExactly("Groep 3, Het Anker, 4100");
    assertThat(
            texts("select school from employment.published_contract_version order by known_from"))
        .containsExactly("De Regenboog", "Het Anker");
  }

  @Test
  void organisations_see_nothing_of_each_other() {
    deliver(FULL, ANNA, BAS);
    caller = organisation();

    assertThat(known()).isEmpty();
    assertThat(counts(deliver(FULL, ANNA))).isEqualTo(counts(1, 1, 0, 0, 0));
    assertThat(rows("person.person")).isEqualTo(1);
  }
}
