package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.register.connector.BridgeFailed;
import nl.banenschakel.register.connector.SimulatedRegister;
import nl.banenschakel.register.connector.TurnedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ask and forget: the answer is given, and nothing of the person stays. */
class RegisterCheckIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
  private static final String CANDIDATE = "999970008";
  private static final String STRANGER = "999970021";

  private final CapturedLog log = CapturedLog.start();
  private final FetchWorld it = new FetchWorld(TODAY);

  @AfterEach
  void close() {
    it.close();
    log.close();
  }

  @Test
  void the_register_answers_about_a_candidate_and_nothing_of_the_person_stays() {
    it.mandate(TODAY.plusYears(1));
    it.registered(CANDIDATE);
    it.client.postList(NUMBER, "2026-04-01", "BSN\n" + ANNA + "\n").expect(201);

    var in = check(CANDIDATE).expect(200).json();
    var out = check(STRANGER).expect(200).json();
    it.behave(SimulatedRegister.Manners.failing(BridgeFailed.Reason.BUSY));
    assertThat(check(CANDIDATE).code()).isEqualTo("REGISTER_BUSY");
    assertThat(check("candidate", CANDIDATE + "1").status()).isEqualTo(400);
    assertThat(check("employee", CANDIDATE).mistakes())
        .containsExactly("/purpose PURPOSE_NOT_TAKEN");

    assertThat(in.getBoolean("registered")).isTrue();
    assertThat(in.getString("answeredBy")).isEqualTo("connector");
    assertThat(in.getInteger("ageDays")).isZero();
    assertThat(in.getString("legalBasis")).isEqualTo("WFSV_38D_7");
    assertThat(out.getBoolean("registered")).isFalse();
    var vault = it.gateway.vault(it.organisation);
    var grep =
        new BsnGrep(Map.of("candidate", CANDIDATE, "stranger", STRANGER))
            .bytes("index of the candidate", vault.blindIndex(Bsn.parse(CANDIDATE)).getBytes())
            .bytes("index of the stranger", vault.blindIndex(Bsn.parse(STRANGER)).getBytes())
            .bytes("index of who is listed", vault.blindIndex(Bsn.parse(ANNA)).getBytes());
    assertThat(new StoredBytes(it.gateway.database()).found(grep))
        .isNotEmpty()
        .allMatch(found -> found.startsWith("index of who is listed"));
    assertThat(grep.found(log.unmasked())).isEmpty();
    assertThat(it.gateway.database().texts("select 1 from person.person")).hasSize(1);
    assertThat(it.gateway.database().texts("select 1 from person.staged")).isEmpty();
  }

  @Test
  void the_audit_says_that_one_was_asked_about_and_not_who() {
    it.mandate(TODAY.plusYears(1));

    check(STRANGER).expect(200);

    assertThat(
            it.gateway
                .database()
                .texts(
                    "select concat_ws(' ', outcome, basis, persons) from audit.line"
                        + " where operation = 'checkRegister'"))
        .containsExactly("ANSWERED WFSV_38D_7 1");
    assertThat(it.gateway.database().texts("select 1 from audit.person")).isEmpty();
  }

  @Test
  void that_the_register_did_not_answer_is_in_the_audit_and_not_about_whom() {
    it.mandate(TODAY.plusYears(1));
    it.behave(SimulatedRegister.Manners.failing(BridgeFailed.Reason.UNREACHABLE));

    var answer = check(STRANGER);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(
            it.gateway
                .database()
                .texts(
                    "select concat_ws(' ', outcome, status, code, basis) from audit.line"
                        + " where operation = 'checkRegister'"))
        .containsExactly("REFUSED 503 " + answer.code() + " WFSV_38D_7");
    assertThat(it.gateway.database().texts("select 1 from audit.person")).isEmpty();
  }

  @Test
  void evidence_that_is_new_enough_answers_without_asking_and_says_how_old_it_is() {
    it.client.postList(NUMBER, "2026-04-01", "BSN\n" + ANNA + "\n").expect(201);

    var answer = check(ANNA).expect(200).json();

    assertThat(answer.getString("answeredBy")).isEqualTo("evidence");
    assertThat(answer.getString("evidence")).startsWith("/v1/register-snapshots/");
    assertThat(answer.getInteger("ageDays")).isEqualTo(14);
    assertThat(it.asked()).isZero();
  }

  @Test
  void a_list_that_another_one_of_its_day_replaced_does_not_answer() {
    it.client.postList(NUMBER, "2026-04-01", "BSN\n" + ANNA + "\n" + CANDIDATE + "\n").expect(201);
    it.client.postList(NUMBER, "2026-04-01", "BSN\n" + ANNA + "\n").expect(201);

    assertThat(check(CANDIDATE).code()).isEqualTo("MANDATE_NOT_VALID");
    assertThat(check(ANNA).expect(200).json().getString("answeredBy")).isEqualTo("evidence");
  }

  @Test
  void whose_registration_ended_since_the_evidence_is_in_no_more() {
    it.client
        .post(
            "/v1/register-answers?peildatum=2026-04-01",
            "text/plain",
            ANNA + ";in;;10-04-2026\n",
            "Loonheffingennummer",
            NUMBER)
        .expect(201);

    var answer = check(ANNA).expect(200).json();

    assertThat(answer.getString("answeredBy")).isEqualTo("evidence");
    assertThat(answer.getString("until")).isEqualTo("2026-04-10");
    assertThat(answer.getBoolean("registered")).isFalse();
  }

  @Test
  void whose_registration_ended_since_the_register_was_made_is_in_no_more_either() {
    it.mandate(TODAY.plusYears(1));
    it.registered(CANDIDATE);
    it.world.signOut(
        Bsn.parse(CANDIDATE), TODAY.minusDays(5), TurnedClock.noon(TODAY.minusMonths(2)));
    it.looksBackTo = Optional.of(TODAY.minusDays(14));

    var answer = check(CANDIDATE).expect(200).json();

    assertThat(answer.getString("answeredBy")).isEqualTo("connector");
    assertThat(answer.getString("peildatum")).isEqualTo("2026-04-01");
    assertThat(answer.getBoolean("registered")).isFalse();
  }

  @Test
  void old_evidence_answers_only_where_the_register_does_not() {
    it.mandate(TODAY.plusYears(1));
    it.client.postList(NUMBER, "2026-01-01", "BSN\n" + ANNA + "\n").expect(201);

    assertThat(check(ANNA).expect(200).json().getString("answeredBy")).isEqualTo("connector");
    it.behave(SimulatedRegister.Manners.failing(BridgeFailed.Reason.UNREACHABLE));
    var answer = check(ANNA).expect(200).json();

    assertThat(answer.getString("answeredBy")).isEqualTo("evidence");
    assertThat(answer.getInteger("ageDays")).isEqualTo(104);
  }

  @Test
  void without_evidence_and_without_a_mandate_nothing_is_asked() {
    assertThat(check(STRANGER).code()).isEqualTo("MANDATE_NOT_VALID");
    assertThat(it.asked()).isZero();
  }

  private Answer check(String bsn) {
    return check("candidate", bsn);
  }

  private Answer check(String purpose, String bsn) {
    var body =
        new JsonObject().put("loonheffingennummer", NUMBER).put("purpose", purpose).put("bsn", bsn);
    return it.client.post("/v1/register-checks", "application/json", body.encode());
  }
}
