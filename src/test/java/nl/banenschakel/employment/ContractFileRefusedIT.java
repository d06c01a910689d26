package nl.banenschakel.employment;

import static nl.banenschakel.employment.ContractDelivery.Scope.FULL;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.stream.table.TableFile;
import org.junit.jupiter.api.Test;

class ContractFileRefusedIT extends ContractDeliveries {

  @Test
  void contract_without_number_that_is_there_twice_is_refused_with_both_lines() {
    var refusal = refusal(ANNA, BAS, CAS, ANNA.replace("36", "20"), ANNA);

    assertThat(refusal.violations()).extracting(Violation::at).containsExactly("line 5", "line 6");
    assertThat(refusal.violations())
        .allMatch(it -> it.code().equals("DUPLICATE_CONTRACT") && it.detail().contains(" line 2:"));
  }

  @Test
  void column_that_is_no_contract_number_is_refused() {
    var lines = CAS.repeat(101);

    assertThat(refusal(lines).violations())
        .extracting(Violation::at, Violation::code)
        .containsExactly(tuple("line 2", "CONTRACT_PARTS"));
  }

  @Test
  void number_that_is_the_bsn_of_somebody_in_the_file_is_refused() {
    var refusal =
        refusal(
            ANNA,
            "NL999972091;999942487;01-05-2024;;12;;9999.69.043;\n",
            BAS,
            "999942487;999969043;01-06-2024;;12;;;\n");

    assertThat(refusal.violations())
        .extracting(it -> it.at() + " " + it.code())
        .containsExactly("line 3 BSN_ELSEWHERE", "line 3 BSN_ELSEWHERE", "line 5 BSN_ELSEWHERE");
    assertThat(refusal.violations().toString()).doesNotContain("9999");
  }

  @Test
  void number_that_is_the_bsn_of_somebody_known_is_refused() {
    deliver(FULL, ANNA, "2;010000008;01-04-2024;;20;;;\n");

    var refusal =
        refusal(
            "999969043;999972091;01-04-2024;;20;;;\n", "4;999942487;01-05-2024;;12;;10000008;\n");

    assertThat(refusal.violations())
        .extracting(it -> it.at() + " " + it.code())
        .containsExactly("line 2 BSN_ELSEWHERE", "line 3 BSN_ELSEWHERE");
    assertThat(rows("employment.staged") + rows("person.staged")).isZero();
  }

  @Test
  void number_that_only_looks_like_a_bsn_is_taken() {
    deliver(FULL, "999965221;999969043;01-03-2024;;36;;999990019;\n");

    assertThat(known()).hasSize(1);
    assertThat(rows("person.person")).isEqualTo(1);
  }

  @Test
  void nothing_of_a_refused_file_stays_but_its_mistakes() {
    deliver(FULL, ANNA);

    var refusal = refusal(ANNA, BAS, "4;999965221;01-03-2024;;36;;;\n", "5;999965220;;;36;;;\n");

    assertThat(refusal.violations())
        .extracting(it -> it.at() + " " + it.code())
        .containsExactly("line 4 column 2 BSN_ELFPROEF", "line 5 column 3 VALUE_REQUIRED");
    assertThat(known()).hasSize(1);
    assertThat(rows("person.person")).isEqualTo(1);
    assertThat(rows("employment.staged") + rows("person.staged")).isZero();
    assertThat(texts("select state from intake.upload order by 1"))
        .containsExactly("ACCEPTED", "REFUSED");
  }

  @Test
  void number_of_somebody_else_is_refused_before_the_file_is_read() {
    var other = new ContractDelivery(Loonheffingennummer.parse("001000287L02"), "hr", FULL);
    var file = file(HEADER + ANNA);

    var refusal =
        catchThrowableOfType(
            Failure.Invalid.class,
            () ->
                await(
                    contracts.take(
                        Incoming.real(caller, file),
                        TableFile.CSV,
                        other,
                        "header Loonheffingennummer")));

    assertThat(refusal.violations())
        .extracting(it -> it.at() + " " + it.code())
        .containsExactly("header Loonheffingennummer LOONHEFFINGENNUMMER_NOT_YOURS");
    assertThat(file.sent()).isZero();
  }
}
